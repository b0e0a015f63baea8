"""Two people with the same form open: the second one to save is told, and nothing is overwritten unseen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from core.problems import Problem, ProblemsFound


@dataclass(frozen=True)
class Difference:
    """One field that reads differently in the record and in the form."""

    label: str
    stored: str
    typed: str


def claim(row: Model, *, seen: str) -> None:
    """Take the row for this change if it still is as its editor saw it. Raises ProblemsFound with code `conflict`.

    A conditional UPDATE, so that it holds on every database.
    """
    try:
        seen_at = datetime.fromisoformat(seen)
    except ValueError:
        seen_at = None
    rows = type(row)._default_manager.filter(pk=row.pk, changed_at=seen_at)
    if seen_at is None or not rows.update(changed_at=timezone.now()):
        message = _("Somebody saved this record after you opened it. Compare both versions below and save again.")
        raise ProblemsFound([Problem("conflict", message)])


def is_conflict(found: ProblemsFound) -> bool:
    return any(problem.code == "conflict" for problem in found.problems)


def differences(form: forms.BaseForm, stored: forms.BaseForm) -> list[Difference]:
    """Field by field what a bound form says and what a fresh form of the stored record would say."""
    return [
        Difference(str(field.label), _as_read(stored[field.name]), _as_read(field))
        for field in form
        if not field.is_hidden and _as_read(field) != _as_read(stored[field.name])
    ]


def renew(form: Any, **seen: object) -> None:
    """Let the form be saved again knowingly: its hidden fields now name the stored state."""
    data = form.data.copy()
    for name, value in seen.items():
        data[name] = str(value)
    form.data = data


def _as_read(field: forms.BoundField) -> str:
    value = field.value()
    values = value if isinstance(value, (list, tuple)) else [value]
    choices = {str(key): str(label) for key, label in _choices(field)}
    return ", ".join(choices.get(str(_plain(one)), str(one)) for one in values if one not in (None, ""))


def _plain(value: Any) -> Any:
    return getattr(value, "pk", value)


def _choices(field: forms.BoundField) -> Iterable[tuple[Any, Any]]:
    return getattr(field.field, "choices", ()) or ()
