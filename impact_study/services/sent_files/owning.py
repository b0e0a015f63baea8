"""Whose a file is before the response is stored: a hash of the mark that only the respondent's own page carries."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from impact_study.models import SentFile
from impact_study.rules.answers.files import Entry, entries_of
from impact_study.services.courses import Course


def owner_of(course: Course) -> str:
    return sha256(f"impact_study:files:{course.mark}".encode()).hexdigest()


def keep_longer(course: Course, *, until: datetime) -> None:
    """As long as the draft that names them."""
    if any(map(entries_of, course.answers.values())):
        SentFile.objects.filter(owner_hash=owner_of(course), response__isnull=True).update(expires_at=until)


def still_kept(course: Course, question: str, entries: Collection[Entry]) -> Iterable[Entry]:
    """Those that are there, and theirs."""
    if not entries:
        return []
    keys = [UUID(str(entry["id"])) for entry in entries]
    known = SentFile.objects.filter(owner_hash=owner_of(course), question=question, pk__in=keys)
    there = {str(key) for key in known.values_list("pk", flat=True)}
    return [entry for entry in entries if entry["id"] in there]
