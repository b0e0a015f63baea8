"""Which field a column holds: by its heading in any of the languages, else by what stands in it."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from core.sheets.answers import read_yes
from core.sheets.dates import days_within, read_day
from core.sheets.tables import Column
from core.text import fold, word_set
from network.rules.contacts import read_emails, read_phone
from network.rules.functions import organisation_kind
from network.rules.headings import HEADINGS

FIELDS = tuple(HEADINGS)
# What each kind of list can hold beside the fields of every list.
COMMON = frozenset(
    {"number", "remarks", "country", "city", "region", "address", "postcode", "sector", "website", "language"}
)
OF_PEOPLE = COMMON | {
    "person_name", "given_name", "family_name", "second_family_name", "function", "organisation", "email", "phone",
    "date", "hours", "signature", "roster_code", "group", "gender", "birth", "local_or_foreign", "mode",
    "identity_number", "oid", "pic",
}  # fmt: skip
OF_ORGANISATIONS = COMMON | {
    "organisation", "vat", "oid", "pic", "size", "kind", "contact", "email", "phone", "offers_places",
    "function", "date", "signature",
}  # fmt: skip
OF_EXPERIENCES = COMMON | {
    "roster_code", "person_name", "given_name", "family_name", "group", "organisation", "starts_on", "ends_on",
    "hours", "tutor", "gender", "birth", "identity_number", "email", "signature", "vat", "date", "phone",
}  # fmt: skip
FIELDS_OF = {
    "people": OF_PEOPLE,
    "attendance": OF_PEOPLE,
    "organisations": OF_ORGANISATIONS,
    "experiences": OF_EXPERIENCES,
}
# Where two fields fit a heading equally well, the earlier one is meant.
PRIORITY = (
    "vat", "identity_number", "offers_places", "local_or_foreign", "birth", "starts_on", "ends_on", "email", "phone",
    "oid", "pic", "roster_code", "size", "kind", "tutor", "contact", "organisation", "signature", "country",
    "second_family_name", "family_name", "given_name", "person_name", "function", "sector", "hours", "date",
)  # fmt: skip
SMALL_WORDS = word_set(
    "de del da do das dos di della dell la el los las le les l the of and y e et und en i a o du des der die das van "
    "het und oder or ou na po w v su al obligatorio required required pflichtfeld"
)
DAY_HEADING = re.compile(
    r"^(?:day|dia|ziua|giorno|jour|dag|den|paiva|tag|dzien|session|sesion|sessao|sessione|seance|sessie|sezeni|istunto|"
    r"sitzung|sesja|s|d)? ?\d{1,2}(?: \d{1,2})?(?: \d{2,4})?$"
)
EITHER_NAME = ("person_name", "given_name", "family_name")
ONCE_ONLY_NOT = frozenset({"signature", "email", "phone", "remarks", "number", "identity_number", "date", "hours"})


@dataclass(frozen=True, slots=True)
class Guess:
    """The field of a column (empty: none), the language of its heading, and how sure we are from 0 to 1."""

    field: str
    language: str
    sureness: float


NO_GUESS = Guess("", "", 0.0)


@cache
def _fields_by_heading() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for name, languages in HEADINGS.items():
        for language, headings in languages.items():
            for heading in headings.split("|"):
                if plain := _plain(heading):
                    found.setdefault(plain, []).append((name, language))
    return found


@cache
def _plain(heading: str) -> str:
    """A heading without remarks in brackets, doubled blanks and plural endings such as `alumno/a`."""
    return fold(heading.split("(")[0].split("[")[0] or heading)


def is_heading(text: str) -> bool:
    """Whether a text is a heading we would expect on any list."""
    return bool(_hits(text))


def _by_words(plain: str) -> list[tuple[str, str]]:
    return [hit for part in _known_parts(plain) for hit in part]


def _known_parts(plain: str) -> list[list[tuple[str, str]]]:
    """The longest known headings whose words all stand, side by side, in a longer heading."""
    words = [word for word in plain.split() if word not in SMALL_WORDS]
    if not 1 < len(words) <= 8:
        return []
    known = _fields_by_heading()
    for length in range(len(words) - 1, 0, -1):
        parts = (" ".join(words[start : start + length]) for start in range(len(words) - length + 1))
        if found := [known[part] for part in parts if len(part) > 2 and part in known]:
            return found
    return []


def _hits(heading: str) -> list[tuple[str, str]]:
    plain = _plain(heading)
    return _fields_by_heading().get(plain) or _by_words(plain)


def sheet_language(headings: Sequence[str]) -> str:
    """The language in which most headings are written; empty when none is known."""
    votes: Counter[str] = Counter()
    for heading in headings:
        languages = {language for _name, language in _fields_by_heading().get(_plain(heading), [])}
        votes.update(dict.fromkeys(languages, 1 / max(len(languages), 1)))
    return max(sorted(votes), key=lambda language: votes[language], default="")


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
    _settle_names(columns, guesses)
    _keep_one_of_each(guesses)
    _find_who(columns, guesses, kind)
    return guesses


def heading_key(heading: str) -> str:
    """Under which a partner's choice for a heading is remembered."""
    return _plain(heading)[:120]


def _remembered(column: Column, remembered: Mapping[str, str], allowed: Collection[str]) -> Guess | None:
    chosen = remembered.get(heading_key(column.header)) if column.header else None
    return Guess(chosen, "", 1.0) if chosen is not None and (not chosen or chosen in allowed) else None


def _guess(column: Column, language: str, allowed: Collection[str]) -> Guess:
    plain = _plain(column.header)
    exact = _best(_fields_by_heading().get(plain, []), column, language, allowed, 0.9)
    if exact.field:
        return exact
    loose = _best(_by_words(plain), column, language, allowed, 0.6)
    return loose if loose.field else _by_content(column, allowed)


def _best(
    hits: Sequence[tuple[str, str]], column: Column, language: str, allowed: Collection[str], sureness: float
) -> Guess:
    fitting = [hit for hit in hits if hit[0] in allowed and _content_fits(hit[0], column.samples)]
    fitting.sort(key=lambda hit: (hit[1] != language, _rank(hit[0])))
    return Guess(fitting[0][0], fitting[0][1], sureness) if fitting else NO_GUESS


def _rank(field: str) -> int:
    return PRIORITY.index(field) if field in PRIORITY else len(PRIORITY)


def _content_fits(field: str, samples: Sequence[str]) -> bool:
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


def _by_content(column: Column, allowed: Collection[str]) -> Guess:
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


def _settle_names(columns: Sequence[Column], guesses: dict[int, Guess]) -> None:
    """`Nome`, `Nume`, `Name` are the whole name alone, but one half of it beside the other half."""
    options = {
        column.index: _name_fields(column.header)
        for column in columns
        if guesses[column.index].field in EITHER_NAME and guesses[column.index].sureness < 1
    }
    sure = {next(iter(fields)) for fields in options.values() if len(fields) == 1}
    sure |= {guess.field for guess in guesses.values() if guess.sureness >= 1}
    for index, fields in options.items():
        if len(fields) > 1:
            guesses[index] = Guess(_name_half(fields, sure), guesses[index].language, 0.8)


def _name_fields(heading: str) -> set[str]:
    """What of a name may stand below: in `Participant: surname` the second word says which half."""
    plain = _plain(heading)
    exact = _fields_by_heading().get(plain)
    parts = [
        {field for field, _language in part} & set(EITHER_NAME) for part in ([exact] if exact else _known_parts(plain))
    ]
    telling = [part for part in parts if part - {"person_name"}]
    return set().union(*(telling or parts))


def _find_who(columns: Sequence[Column], guesses: dict[int, Guess], kind: str) -> None:
    """Without any heading for it, the first column of two or more words each is taken for the name."""
    wanted = ("organisation",) if kind == "organisations" else (*EITHER_NAME, "roster_code")
    if any(guess.field in wanted for guess in guesses.values()):
        return
    for column in columns:
        free = not guesses[column.index].field and guesses[column.index].sureness < 1
        if free and column.samples and all(map(_like_name, column.samples)):
            guesses[column.index] = Guess("organisation" if kind == "organisations" else "person_name", "", 0.3)
            return


def _like_name(sample: str) -> bool:
    return 2 <= len(sample.split()) <= 8 and not any(map(str.isdigit, sample)) and "@" not in sample


def _name_half(fields: Collection[str], sure: Collection[str]) -> str:
    if "family_name" in sure and "given_name" in fields:
        return "given_name"
    if "given_name" in sure and "family_name" in fields:
        return "family_name"
    return "person_name" if "person_name" in fields else min(fields)


def _keep_one_of_each(guesses: dict[int, Guess]) -> None:
    """Of two columns guessed the same, the surer (then the first) keeps it."""
    order = sorted(guesses, key=lambda index: (-guesses[index].sureness, index))
    taken: set[str] = set()
    for index in order:
        field = guesses[index].field
        if field in taken and field not in ONCE_ONLY_NOT:
            guesses[index] = NO_GUESS
        taken.add(field)
