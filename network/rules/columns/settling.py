"""Guesses for the columns of a sheet, made to agree with each other."""

from collections.abc import Collection, Sequence

from core.sheets.tables import Column
from network.rules.columns.fields import EITHER_NAME, ONCE_ONLY_NOT
from network.rules.columns.guesses import NO_GUESS, Guess
from network.rules.columns.matching import fields_by_heading, known_parts, plain_heading


def settle_names(columns: Sequence[Column], guesses: dict[int, Guess]) -> None:
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
    plain = plain_heading(heading)
    exact = fields_by_heading().get(plain)
    parts = [
        {field for field, _language in part} & set(EITHER_NAME) for part in ([exact] if exact else known_parts(plain))
    ]
    telling = [part for part in parts if part - {"person_name"}]
    return set().union(*(telling or parts))


def find_who(columns: Sequence[Column], guesses: dict[int, Guess], kind: str) -> None:
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


def keep_one_of_each(guesses: dict[int, Guess]) -> None:
    """Of two columns guessed the same, the surer (then the first) keeps it."""
    order = sorted(guesses, key=lambda index: (-guesses[index].sureness, index))
    taken: set[str] = set()
    for index in order:
        field = guesses[index].field
        if field in taken and field not in ONCE_ONLY_NOT:
            guesses[index] = NO_GUESS
        taken.add(field)
