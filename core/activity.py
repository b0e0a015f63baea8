"""What others did since somebody was last here, in words: apps say in `registrations.py` how an action is told."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Max
from django.utils.translation import gettext as _

from core.models import AuditEntry

_phrases: dict[str, Any] = {}


@dataclass(frozen=True)
class Deed:
    """Somebody did the same thing, once or several times."""

    at: datetime
    by: str
    text: str
    project: int


def tell(phrases: Mapping[str, Any]) -> None:
    """Give actions of the audit log their words: lazy plurals of `%(count)d`, such as "verified %(count)d records".

    Only what everybody in a project may know is told; other actions stay in the log.
    """
    _phrases.update(phrases)


def deeds(*, projects: Collection[int], since: datetime, not_by: Any, most: int = 8) -> list[Deed]:
    """The newest deeds of others in these projects, the same ones of one person put together."""
    rows = (
        AuditEntry.objects.filter(project_id__in=projects, at__gt=since, action__in=list(_phrases))
        .exclude(actor=not_by)
        .order_by()
        .values_list("action", "project_id", "actor_id", "actor__name")
        .annotate(times=Count("pk"), last=Max("at"))
        .order_by("-last")[:most]
    )
    return [
        Deed(last, name or _("Somebody"), str(_phrases[action] % {"count": times}), project)
        for action, project, _actor, name, times, last in rows
    ]
