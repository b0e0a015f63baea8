"""What the cells of a column say of its field."""

import re
from collections.abc import Collection, Sequence

from core.sheets.answers import read_yes
from core.sheets.dates import days_within, read_day
from core.sheets.tables import Column
from core.text import fold
from network.rules.columns.guesses import NO_GUESS, Guess
from network.rules.contacts import read_emails, read_phone
from network.rules.functions import organisation_kind

DAY_HEADING = re.compile(
    r"^(?:day|dia|ziua|giorno|jour|dag|den|paiva|tag|dzien|session|sesion|sessao|sessione|seance|sessie|sezeni|istunto|"
    r"sitzung|sesja|s|d)? ?\d{1,2}(?: \d{1,2})?(?: \d{2,4})?$"
)


def content_fits(field: str, samples: Sequence[str]) -> bool:
    """A company has letters, an address for mail has its sign; a signature is seldom longer than a name."""
    if not samples:
        return True
    if field == "signature":
        return all(len(sample) <= 40 and organisation_kind(sample) is None for sample in samples)
    if field in {"organisation", "person_name", "family_name", "given_name"}:
        ticks = sum(read_yes(sample) is True and len(sample) <= 7 for sample in samples)
        return ticks * 2 <= len(samples) and any(any(map(str.isalpha, sample)) for sample in samples)
    if field in {"date", "starts_on", "ends_on"}:
        return any(_is_day(sample) for sample in samples)
    return field != "email" or any("@" in sample for sample in samples)


def _is_day(sample: str) -> bool:
    read = read_day(sample)
    return bool(read.dmy or read.mdy)


def guess_by_content(column: Column, allowed: Collection[str]) -> Guess:
    """For columns without a telling heading; ticks under a day or `Session 2` are signatures."""
    if not column.samples:
        return NO_GUESS
    of_a_day = bool(days_within(column.header)) or _is_day(column.header) or DAY_HEADING.match(fold(column.header))
    if of_a_day and "signature" in allowed and all(read_yes(sample) is not None for sample in column.samples):
        return Guess("signature", "", 0.5)
    for field, holds in (("email", _is_mail), ("date", _is_day), ("phone", _is_phone)):
        if field in allowed and all(map(holds, column.samples)):
            return Guess(field, "", 0.5)
    return NO_GUESS


def _is_mail(sample: str) -> bool:
    return bool(read_emails(sample)[0])


def _is_phone(sample: str) -> bool:
    return sum(map(str.isdigit, sample)) >= 8 and bool(read_phone(sample, country="ES"))
