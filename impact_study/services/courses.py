"""A respondent's way through a survey, carried by the page itself and signed: until the end nothing is stored."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from django.core.signing import BadSignature, Signer

SALT = "impact_study.course"
# As long as a draft is kept.
LONGEST = timedelta(hours=20)
# A shared device clears its page after 15 minutes without a word; going back in its browser finds nothing either.
LONGEST_SHARED = timedelta(minutes=30)


@dataclass
class Course:
    """Answers so far and where they stand. `mark` makes one response of whatever is sent however often.

    `asked` are pages whose open questions were asked for once more, `furthest` the number of the last page that was
    counted, `draft` and `invitation` are hashes, empty where there is none.
    """

    channel: int
    version: int
    page: str = ""
    mark: str = field(default_factory=lambda: secrets.token_hex(16))
    pseudonym: str = ""
    invitation: str = ""
    draft: str = ""
    began: int = 0
    opened: int = 0
    furthest: int = 0
    asked: list[str] = field(default_factory=list)
    answers: dict[str, Any] = field(default_factory=dict)
    missing: dict[str, str] = field(default_factory=dict)

    def opened_at(self) -> datetime:
        return datetime.fromtimestamp(self.opened, UTC)


_NAMES = tuple(each.name for each in fields(Course))


@cache
def _signer() -> Signer:
    return Signer(salt=SALT)


def sealed(course: Course, *, at: datetime) -> str:
    """The course for a page that is opened now."""
    course.opened = int(at.timestamp())
    course.began = course.began or course.opened
    return _signer().sign_object([getattr(course, name) for name in _NAMES], compress=True)


def unsealed(text: str, *, at: datetime, longest: timedelta = LONGEST) -> Course | None:
    """None for what we did not write, or wrote too long ago."""
    try:
        values = _signer().unsign_object(text)
    except (BadSignature, ValueError, UnicodeError):
        return None
    if not isinstance(values, list) or len(values) != len(_NAMES):
        return None
    course = Course(**dict(zip(_NAMES, values, strict=True)))
    return course if at - course.opened_at() < longest else None
