"""Rows of people: alone, or as the attendance of an occasion."""

from __future__ import annotations

from core.sheets.tables import shown
from core.sheets.values import Row
from core.text import fold
from network.rules.importing.cells import (
    read_call,
    read_category,
    read_date,
    read_hours,
    read_land,
    read_mails,
    read_signed,
    text_of,
)
from network.rules.importing.findings import Finding, RowRead
from network.rules.importing.settled import Settled
from network.rules.name_case import usual_case
from network.rules.name_parts import Name, is_no_name, is_nobody, several_people, split_name
from network.rules.names import code_key
from network.rules.participation import day_problems, partner_problems

NAME_PARTS = ("person_name", "given_name", "family_name", "second_family_name")
GENDERS = {
    "f": "f female femenino mujer feminin femeie feminino mulher femmina donna femme vrouw v zena nainen frau w "
    "weiblich kobieta k z d fem zenske naisen",
    "m": "m male masculino hombre h masculin barbat homem maschio uomo homme man muz mies herr mannlich mezczyzna masc",
    "x": "x other otro otra altul outro altro autre ander jine muu divers inna inny nonbinary",
}  # fmt: skip


def read_person_row(row: Row, settled: Settled) -> RowRead:
    """A person as the row says it; without a name or a roster code the row is refused."""
    read = RowRead()
    name = read_name(row, settled, read)
    code = text_of(row, "roster_code", settled, most=60)
    if not name.whole and not code:
        read.findings.append(Finding("no_name", settled.letters("person_name") or settled.letters("family_name")))
        return read
    function = text_of(row, "function", settled, most=200)
    read.values = {
        "given": name.given[:300],
        "family": name.family[:300],
        "code": code_key(code),
        "emails": read_mails(row, settled, read),
        "phone": read_call(row, settled, read),
        "function": function,
        "organisation": organisation_name(row, settled),
        "oid": code_key(text_of(row, "oid", settled, most=20)),
        "country": read_land(row, settled, read),
        "gender": read_gender(row, settled),
        "birth_year": read_birth_year(row, settled),
    }
    if settled.kind == "attendance":
        _read_attendance(row, name, function, settled, read)
    return read


def read_name(row: Row, settled: Settled, read: RowRead) -> Name:
    """The name from one column or from two or three, not in capitals throughout; what looks like none is told."""
    for part in NAME_PARTS:
        text = text_of(row, part, settled, most=600)
        if is_no_name(text):
            read.findings.append(Finding("name_odd", settled.letters(part), text[:80], warning=True))
    return usual_case(_typed_name(row, settled, read), country=settled.country)


def _typed_name(row: Row, settled: Settled, read: RowRead) -> Name:
    given, family, second = (_part(row, part, settled) for part in NAME_PARTS[1:])
    if given or family:
        return Name(given, f"{family} {second}".strip())
    whole = _part(row, "person_name", settled)
    if not whole:
        return Name("", "")
    people = several_people(whole)
    if len(people) > 1:
        read.findings.append(Finding("several_people", settled.letters("person_name"), " / ".join(people)[:120]))
    return split_name(whole, settled.names)


def _part(row: Row, part: str, settled: Settled) -> str:
    text = text_of(row, part, settled, most=600)
    return "" if is_nobody(text) else text


def organisation_name(row: Row, settled: Settled) -> str:
    """The organisation as typed; a dash or `n/a` is none."""
    text = text_of(row, "organisation", settled, most=400)
    return "" if is_nobody(text) and not any(map(str.isdigit, text)) else text


def read_gender(row: Row, settled: Settled) -> str:
    word = fold(text_of(row, "gender", settled, most=20))
    return next((code for code, words in GENDERS.items() if word in words.split()), "") if word else ""


def read_birth_year(row: Row, settled: Settled) -> int | None:
    """The year is all that is kept of a day of birth."""
    cells = settled.cells(row, "birth")
    if not cells:
        return None
    digits = [
        part for part in fold(shown(cells[0][1])).split() if len(part) == 4 and part.isascii() and part.isdecimal()
    ]
    year = int(digits[0]) if digits else 0
    return year if 1900 < year <= settled.today.year else None


def _read_attendance(row: Row, name: Name, function: str, settled: Settled, read: RowRead) -> None:
    held_on = read_date(row, "date", settled, read) or settled.held_on
    if held_on:
        starts_on, ends_on = settled.project_dates
        joined_on, left_on = settled.partner_dates
        problems = day_problems(held_on=held_on, today=settled.today, starts_on=starts_on, ends_on=ends_on)
        problems += partner_problems(held_on=held_on, joined_on=joined_on, left_on=left_on, in_project=True)
        read.findings += [
            Finding(problem.code, settled.letters("date"), str(held_on), warning=problem.warning)
            for problem in problems
        ]
    hours = read_hours(row, settled, read)
    category = read_category(function, settled, read)
    read.values |= {
        "held_on": held_on.isoformat() if held_on else "",
        "hours": str(hours) if hours is not None else "",
        "signed": read_signed(row, name.whole, settled, read),
        "category": category,
    }
    if not read.values["organisation"]:
        read.findings.append(Finding("no_organisation", settled.letters("organisation"), warning=True))
    if read.values["signed"] is False:
        read.findings.append(Finding("unsigned", settled.letters("signature"), warning=True))
