"""Rows of organisations."""

from __future__ import annotations

import re

from core.sheets.answers import read_yes
from core.sheets.numbers import read_number
from core.sheets.tables import shown
from core.sheets.values import Row
from core.text import fold
from network.enums import EnterpriseSize
from network.rules.functions import organisation_kind
from network.rules.importing.cells import read_call, read_land, read_mails, text_of
from network.rules.importing.findings import Finding, RowRead
from network.rules.importing.people import organisation_name
from network.rules.importing.settled import Settled
from network.rules.name_parts import several_people
from network.rules.names import code_key
from network.rules.organisations import NUTS

BOUNDS = ((10, EnterpriseSize.MICRO), (50, EnterpriseSize.SMALL), (250, EnterpriseSize.MEDIUM))
SIZE_WORDS = {
    EnterpriseSize.MICRO: "micro micr",
    EnterpriseSize.SMALL: "small pequena piccola petite klein mala mici mica pieni klein mikro pequeno piccolo",
    EnterpriseSize.MEDIUM: "medium mediana media moyenne middelgroot stredni mijlocie keskisuuri mittel srednia",
    EnterpriseSize.LARGE: "large grande gran groot velka mare suuri gross duza",
}
OID = re.compile(r"E\d{8}")
PIC = re.compile(r"\d{9}")


def read_organisation_row(row: Row, settled: Settled) -> RowRead:
    """An organisation as the row says it; without a name the row is refused."""
    read = RowRead()
    name = organisation_name(row, settled)
    if not name:
        read.findings.append(Finding("no_name", settled.letters("organisation")))
        return read
    kind = organisation_kind(text_of(row, "kind", settled)) or organisation_kind(name)
    read.values = {
        "name": name,
        "vat": _code(row, "vat", settled, read, most=20),
        "oid": _formal(row, "oid", OID, settled, read),
        "pic": _formal(row, "pic", PIC, settled, read),
        "kind": str(kind or ""),
        "size": str(read_size(row, settled, read) or ""),
        "emails": read_mails(row, settled, read),
        "phone": read_call(row, settled, read),
        "country": read_land(row, settled, read),
        "city": text_of(row, "city", settled, most=120),
        "region": _nuts(text_of(row, "region", settled, most=20)),
        "address": text_of(row, "address", settled, most=300),
        "website": _website(row, settled),
        "sector": text_of(row, "sector", settled, most=120),
        "contacts": several_people(text_of(row, "contact", settled)),
        "offers_places": _offers(row, settled, read),
    }
    return read


def _code(row: Row, name: str, settled: Settled, read: RowRead, *, most: int) -> str:
    """A register number as text; one stored as a number may have lost its zeros."""
    for letters, cell in settled.cells(row, name):
        if isinstance(cell, (int, float)):
            read.findings.append(Finding("code_was_number", letters, shown(cell), warning=True))
        return code_key(shown(cell))[:most]
    return ""


def _formal(row: Row, name: str, shape: re.Pattern[str], settled: Settled, read: RowRead) -> str:
    code = _code(row, name, settled, read, most=20)
    if code and not shape.fullmatch(code):
        read.findings.append(Finding(f"{name}_invalid", settled.letters(name), code, warning=True))
        return ""
    return code


def _website(row: Row, settled: Settled) -> str:
    text = text_of(row, "website", settled, most=180)
    if not re.fullmatch(r"(https?://)?[\w.-]+\.\w{2,}(/\S*)?", text):
        return ""
    return text if text.startswith("http") else f"https://{text}"


def _nuts(text: str) -> str:
    """A region only as its NUTS code; its name stays in the original."""
    code = code_key(text)
    return code if NUTS.fullmatch(code) and any(map(str.isdecimal, code)) else ""


def read_size(row: Row, settled: Settled, read: RowRead) -> EnterpriseSize | None:
    """A size class from `10-49`, `12`, `circa 20`, `> 250` or a word."""
    for letters, cell in settled.cells(row, "size"):
        text = shown(cell)
        numbers = [int(digits) for digits in re.findall(r"\d{1,7}", text.replace(".", "").replace(" ", ""))]
        exact = read_number(cell).by(None)
        if exact is not None and exact == int(exact):
            numbers = [int(exact)]
        if numbers:
            return _class_of(max(numbers) if len(numbers) == 2 else numbers[0])
        words = fold(text).split()
        for size, known in SIZE_WORDS.items():
            if set(words) & set(known.split()):
                return size
        if any(map(str.isalnum, text)):
            read.findings.append(Finding("size_unreadable", letters, text[:40], warning=True))
    return None


def _class_of(employees: int) -> EnterpriseSize:
    return next((size for bound, size in BOUNDS if employees < bound), EnterpriseSize.LARGE)


def _offers(row: Row, settled: Settled, read: RowRead) -> bool | None:
    for letters, cell in settled.cells(row, "offers_places"):
        said = read_yes(cell)
        if said is None:
            read.findings.append(Finding("yes_or_no_unclear", letters, shown(cell)[:40], warning=True))
        return said
    return None
