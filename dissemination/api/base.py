"""What the viewsets of this app share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from core.problems import Problem, stop_on
from network.models import Project


def stop_on_foreign(facts: Mapping[str, Any], project: Project) -> None:
    """Somebody in several projects may see things of all of them; what is written stays within one."""
    stop_on(
        [
            Problem("foreign", _("This belongs to another project."), field=name)
            for name, value in facts.items()
            if any(getattr(row, "project_id", project.pk) != project.pk for row in _rows(value))
        ]
    )


def _rows(value: Any) -> Iterable[Any]:
    return value if isinstance(value, list | tuple) else [value]
