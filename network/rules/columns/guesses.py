"""What we take a column for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Guess:
    """The field of a column (empty: none), the language of its heading, and how sure we are from 0 to 1."""

    field: str
    language: str
    sureness: float


NO_GUESS = Guess("", "", 0.0)
