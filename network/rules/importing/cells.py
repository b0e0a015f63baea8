"""Fields that rows of every kind have: days, hours, countries, addresses, functions, signatures."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from core.sheets.answers import read_yes
from core.sheets.dates import read_day
from core.sheets.letters import column_letters
from core.sheets.numbers import read_number
from core.sheets.tables import shown
from core.sheets.values import Row
from core.text import fold
from network.rules.contacts import read_emails, read_phone
from network.rules.countries import read_country
from network.rules.functions import function_group
from network.rules.importing.findings import Ask, Finding, RowRead
from network.rules.importing.settled import Settled

MANY_HOURS = 10_000
YES_NO = ("yes", "no")


def text_of(row: Row, name: str, settled: Settled, *, most: int = 300) -> str:
    """The first filled cell of a field as text."""
    cells = settled.cells(row, name)
    return " ".join(shown(cells[0][1]).split())[:most] if cells else ""


def read_date(row: Row, name: str, settled: Settled, read: RowRead) -> date | None:
    """A day; the order of day and month is asked once for the file."""
    for letters, cell in settled.cells(row, name):
        found = read_day(cell)
        if found.is_open and settled.order is None:
            read.asks.append(Ask("dates", "dates", shown(cell), ("dmy", "mdy")))
            return None
        day = found.by(settled.order) or found.dmy or found.mdy
        if day is None:
            read.findings.append(Finding("date_unreadable", letters, shown(cell)))
        return day
    return None


def read_hours(row: Row, settled: Settled, read: RowRead) -> Decimal | None:
    """Hours; what a comma or point means is asked once for the column."""
    for place in settled.columns.get("hours", ()):
        cell = row[place] if place < len(row) else None
        if cell is None:
            continue
        letters, found = column_letters(place + 1), read_number(cell)
        mark = settled.marks.get(place)
        if found.is_open and mark is None:
            read.asks.append(Ask(f"numbers:{letters}", "numbers", shown(cell), (",", ".")))
            return None
        hours = found.by(mark)
        if hours is None:
            read.findings.append(Finding("number_unreadable", letters, shown(cell), warning=True))
        elif not 0 <= hours < MANY_HOURS:
            read.findings.append(Finding("hours_impossible", letters, shown(cell)))
            return None
        return None if hours is None else hours.quantize(Decimal("0.01"))
    return None


def read_land(row: Row, settled: Settled, read: RowRead) -> str:
    """A country's code; another spelling is asked once for each spelling."""
    text = text_of(row, "country", settled, most=60)
    if not text or not any(map(str.isalnum, text)):
        return ""
    key = f"country:{text.casefold()}"
    if (answer := settled.answers.get(key)) is not None:
        return answer
    found = read_country(text, expected=settled.expected, aliases=settled.aliases)
    if found.is_open:
        read.asks.append(Ask(key, "country", text, proposed=found.proposed))
    return found.code


def read_mails(row: Row, settled: Settled, read: RowRead) -> list[str]:
    """All addresses of the row; a bad one is left out with a warning."""
    addresses: list[str] = []
    for letters, cell in settled.cells(row, "email"):
        good, bad = read_emails(shown(cell))
        addresses += good
        read.findings += [Finding("email_invalid", letters, piece[:80], warning=True) for piece in bad]
    return list(dict.fromkeys(addresses))


def read_call(row: Row, settled: Settled, read: RowRead) -> str:
    """The phone number in its international form."""
    for letters, cell in settled.cells(row, "phone"):
        if any(map(str.isdigit, shown(cell))):
            number = read_phone(shown(cell), country=settled.country)
            if not number:
                read.findings.append(Finding("phone_unreadable", letters, shown(cell)[:40], warning=True))
            return number[:20]
    return ""


def read_signed(row: Row, name: str, settled: Settled, read: RowRead) -> bool | None:
    """Whether the row is signed, with a tick, a word, or the person's own name or initials.

    None without such a column. Of several days one signature is enough.
    """
    if not settled.has("signature"):
        return None
    signed = False
    for _letters, cell in settled.cells(row, "signature"):
        said = True if _is_own_name(shown(cell), name) else read_yes(cell)
        if said is None:
            key = f"signed:{fold(shown(cell)) or shown(cell)}"
            answer = settled.answers.get(key)
            if answer is None:
                read.asks.append(Ask(key, "signed", shown(cell)[:60], YES_NO, "yes"))
            said = answer == "yes"
        signed = signed or said
    return signed


def _is_own_name(text: str, name: str) -> bool:
    written, own = fold(text), fold(name).split()
    initials = "".join(word[0] for word in own)
    letters = written.replace(" ", "")
    return any(len(word) > 2 and word in own for word in written.split()) or (
        len(letters) > 1 and letters in (initials, initials[-1:] + initials[:-1])
    )


def read_category(function: str, settled: Settled, read: RowRead) -> str:
    """The category of the row by its function; a word we do not know is asked once."""
    if not settled.categories:
        return ""
    if not function:
        if settled.default_category or "function:" in settled.answers:
            return settled.answers.get("function:") or settled.default_category
        read.asks.append(Ask("function:", "function", "", _codes(settled)))
        return ""
    key = f"function:{fold(function)}"
    if (answer := settled.answers.get(key)) is not None:
        return answer
    group = function_group(function)
    fitting = [category.code for category in settled.categories if group in category.groups] if group else []
    if len(fitting) == 1:
        return fitting[0]
    proposed = fitting[0] if fitting else settled.default_category
    read.asks.append(Ask(key, "function", function[:80], tuple(fitting) or _codes(settled), proposed))
    return ""


def _codes(settled: Settled) -> tuple[str, ...]:
    return tuple(category.code for category in settled.categories)
