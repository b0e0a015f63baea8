"""Whom somebody may be, how surely, and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Match(StrEnum):
    CERTAIN = "certain"
    POSSIBLE = "possible"
    NEW = "new"


class Why(StrEnum):
    """What speaks for it, the strongest first."""

    SAME_ROW = "same_row"
    CODE = "code"
    VERIFIED_EMAIL = "verified_email"
    EMAIL_AND_NAME = "email_and_name"
    NUMBER = "number"
    NAME_AND_ORGANISATION = "name_and_organisation"
    NAME = "name"
    SPELLING = "spelling"
    ALIKE = "alike"


STRENGTH = {why: place for place, why in enumerate(Why)}
CERTAIN = frozenset({Why.SAME_ROW, Why.CODE, Why.VERIFIED_EMAIL})


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody or something to compare with. `ref` is `person:12`, `organisation:7` or `row:22`.

    `code` is what identifies for certain (OID, roster key), `weak_code` what only suggests (a VAT number); `spelling`
    is the key of the name with its umlauts in two letters, where it has any.
    """

    ref: str
    key: str
    emails: frozenset[str] = frozenset()
    verified: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    code: str = ""
    weak_code: str = ""
    spelling: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        return (self.key, self.spelling) if self.spelling and self.spelling != self.key else (self.key,)


@dataclass(frozen=True, slots=True)
class Candidate:
    ref: str
    why: Why


@dataclass(slots=True)
class Found:
    """The outcome for one row. `shares_mailbox` warns: same address, other name."""

    match: Match
    candidates: list[Candidate] = field(default_factory=list)
    shares_mailbox: bool = False
