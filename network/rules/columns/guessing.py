"""Which field a column holds: by its heading, else by what stands in it."""

from collections.abc import Collection, Mapping, Sequence

from core.sheets.tables import Column
from network.rules.columns.contents import content_fits, guess_by_content
from network.rules.columns.fields import FIELDS_OF
from network.rules.columns.guesses import NO_GUESS, Guess
from network.rules.columns.matching import (
    fields_by_heading,
    fields_by_words,
    heading_key,
    plain_heading,
    sheet_language,
)
from network.rules.columns.settling import find_who, keep_one_of_each, settle_names

# Where two fields fit a heading equally well, the earlier one is meant.
PRIORITY = (
    "vat", "identity_number", "offers_places", "local_or_foreign", "birth", "starts_on", "ends_on", "email", "phone",
    "oid", "pic", "roster_code", "size", "kind", "tutor", "contact", "organisation", "signature", "country",
    "second_family_name", "family_name", "given_name", "person_name", "function", "sector", "hours", "date",
)  # fmt: skip


def guess_columns(
    columns: Sequence[Column], *, kind: str, remembered: Mapping[str, str] | None = None
) -> dict[int, Guess]:
    """A guess for every column, what the partner chose for the same heading before coming first."""
    language = sheet_language([column.header for column in columns])
    allowed = FIELDS_OF[kind]
    guesses = {
        column.index: _remembered(column, remembered or {}, allowed) or _guess(column, language, allowed)
        for column in columns
    }
    settle_names(columns, guesses)
    keep_one_of_each(guesses)
    find_who(columns, guesses, kind)
    return guesses


def _remembered(column: Column, remembered: Mapping[str, str], allowed: Collection[str]) -> Guess | None:
    chosen = remembered.get(heading_key(column.header)) if column.header else None
    return Guess(chosen, "", 1.0) if chosen is not None and (not chosen or chosen in allowed) else None


def _guess(column: Column, language: str, allowed: Collection[str]) -> Guess:
    plain = plain_heading(column.header)
    exact = _best(fields_by_heading().get(plain, []), column, language, allowed, 0.9)
    if exact.field:
        return exact
    loose = _best(fields_by_words(plain), column, language, allowed, 0.6)
    return loose if loose.field else guess_by_content(column, allowed)


def _best(
    hits: Sequence[tuple[str, str]], column: Column, language: str, allowed: Collection[str], sureness: float
) -> Guess:
    fitting = [hit for hit in hits if hit[0] in allowed and content_fits(hit[0], column.samples)]
    fitting.sort(key=lambda hit: (hit[1] != language, _rank(hit[0])))
    return Guess(fitting[0][0], fitting[0][1], sureness) if fitting else NO_GUESS


def _rank(field: str) -> int:
    return PRIORITY.index(field) if field in PRIORITY else len(PRIORITY)
