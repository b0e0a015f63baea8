"""The one way to write a line into the audit log, in the transaction of what it tells of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Model
from django.utils import timezone

from core.models import AuditEntry
from core.remembered import Remembered

_hourly: Remembered[bool] = Remembered(size=1000)


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


def record_hourly(action: str, *, target: Model, by: Any) -> None:
    """Write a line once an hour: for a list that is searched with every letter typed."""
    hour = timezone.now().replace(minute=0, second=0, microsecond=0)
    key = (action, target._meta.label_lower, target.pk, by.pk, hour)
    _hourly.get(key, lambda: _unless_written(action, target, by, hour))


def _unless_written(action: str, target: Model, by: Any, since: datetime) -> bool:
    line = entry(action, target=target, by=by)
    same = AuditEntry.objects.filter(target_type=line.target_type, target_id=line.target_id, action=action, actor=by)
    if not same.filter(at__gte=since).exists():
        line.save()
    return True


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
