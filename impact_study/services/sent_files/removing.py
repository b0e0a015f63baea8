"""Files deleted: the row first, and once that is certain the file."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from uuid import UUID

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import QuerySet

from impact_study.models import SentFile


@transaction.atomic
def remove(files: QuerySet[SentFile]) -> int:
    """Of two requests at the same time each deletes only what is still there."""
    found = dict(files.values_list("pk", "file"))
    SentFile.objects.filter(pk__in=found).delete()
    transaction.on_commit(partial(_delete, list(found.values())))
    return len(found)


def _delete(names: Collection[str]) -> None:
    for name in names:
        default_storage.delete(name)


def remove_unanswered(owner: str, *, questions: Collection[str] | None = None, but: Collection[UUID] = ()) -> int:
    """What somebody took away, replaced, or sent to a question that is not asked any more."""
    files = SentFile.objects.filter(owner_hash=owner, response__isnull=True).exclude(pk__in=but)
    return remove(files if questions is None else files.filter(question__in=questions))
