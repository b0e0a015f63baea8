"""What names a response without naming anybody: one hash for sending it once, one for taking it back."""

from __future__ import annotations

from hashlib import sha256

from impact_study.models import Response, Wave
from impact_study.rules.codes import LETTERS, keyed, plain_code, printed
from impact_study.services.courses import Course
from impact_study.services.entrances import Entrance


def submission_hash(entrance: Entrance, wave: Wave, course: Course) -> str:
    """One response a card or account and wave; elsewhere one of each time somebody began."""
    name = course.pseudonym if is_linked(entrance, course) else course.mark
    return sha256(f"{wave.pk}:{name}".encode()).hexdigest()


def is_sent(entrance: Entrance, course: Course) -> bool:
    """Whether this way through the survey has come to its end already."""
    hashed = withdrawal_hash(entrance.study.secret, withdrawal_code(entrance.study.secret, course.mark))
    return Response.objects.filter(withdrawal_hash=hashed, wave=entrance.wave).exists()


def is_linked(entrance: Entrance, course: Course) -> bool:
    """Whether the pseudonym stands for one person, so that a second answer is refused."""
    return bool(course.pseudonym) and (entrance.asks_code or entrance.needs_account)


def withdrawal_code(secret: str, mark: str) -> str:
    """The code shown at the end: the same for a response that is sent again, made by nobody else."""
    number = int.from_bytes(keyed(secret or mark, "withdrawal code", mark))
    letters = ""
    for _place in range(12):
        number, rest = divmod(number, len(LETTERS))
        letters += LETTERS[rest]
    return printed(letters)


def withdrawal_hash(secret: str, code: str) -> str:
    return keyed(secret, "withdrawal", plain_code(code)).hex() if secret else ""
