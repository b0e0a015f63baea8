"""The one way to write a line into the audit log, in the transaction of what it tells of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models
from django.db.models import Model
from django.utils import timezone

from core.models import AuditEntry


def entry(action: str, *, target: Model | None, by: Any, project: Any = None, **detail: Any) -> AuditEntry:
    """A line not yet written, for bulk paths."""
    known = getattr(target, "project_id", None) if project is None else project
    return AuditEntry(
        action=action,
        actor_id=getattr(by, "pk", None),
        target_type=target._meta.label_lower if target is not None else "",
        target_id=str(target.pk) if target is not None else "",
        project_id=known,
        detail=detail,
    )


def record(action: str, *, target: Model | None, by: Any, project: Any = None, **detail: Any) -> None:
    """Write one line; `detail` holds before and after of named fields."""
    entry(action, target=target, by=by, project=project, **detail).save()


def record_many(entries: Iterable[AuditEntry]) -> None:
    AuditEntry.objects.bulk_create(entries, batch_size=500)


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, list[Any]]:
    """Only the fields that differ, as [before, after]."""
    return {name: [before.get(name), value] for name, value in after.items() if before.get(name) != value}


def forget_detail(entries: models.QuerySet[AuditEntry]) -> int:
    """Erase what the lines say of a person; that the acts happened, and the chain, stay."""
    return entries.filter(detail_erased_at__isnull=True).update(
        detail={}, detail_salt="", detail_erased_at=timezone.now()
    )
