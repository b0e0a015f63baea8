"""What each kind of record holds of people, why, how long, and what access and erasure do with it.

Every app declares its models in `registrations.py`; a house test refuses a model nobody declared.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils.functional import Promise

from core.enums import Basis, Erasure, Retention


@dataclass(frozen=True, kw_only=True)
class Declaration:
    """`subject` is the path from a row to the person or account it is about ("" for the row itself).

    `fields` are what access hands over.
    """

    model: type[Model]
    subject: str
    fields: Sequence[str]
    purpose: str | Promise
    basis: Basis
    retention: Retention
    erasure: Erasure

    @property
    def subject_model(self) -> type[Model]:
        model: Any = self.model
        for step in filter(None, self.subject.split("__")):
            model = model._meta.get_field(step).related_model
        return model


_declared: dict[str, Declaration | None] = {}


def declare(
    model: type[Model], *, subject: str, fields: Sequence[str], purpose: str | Promise, basis: Basis,
    retention: Retention, erasure: Erasure,
) -> None:  # fmt: skip
    """Say what a model holds of people."""
    _declared[model._meta.label] = Declaration(
        model=model, subject=subject, fields=tuple(fields), purpose=purpose, basis=basis, retention=retention,
        erasure=erasure,
    )  # fmt: skip


def declare_impersonal(*models: type[Model]) -> None:
    """Say that models hold nothing of people beyond who of the staff wrote the row."""
    for model in models:
        _declared[model._meta.label] = None


def declarations() -> list[Declaration]:
    """The record of processing: all that is kept of people."""
    return [declared for declared in _declared.values() if declared is not None]


def copy_of(subject: Model) -> dict[str, list[dict[str, Any]]]:
    """All that is kept of a person or account, by kind of record: the answer to a request for access."""
    found: dict[str, list[dict[str, Any]]] = {}
    for declared in declarations():
        if isinstance(subject, declared.subject_model):
            rows = declared.model._default_manager.filter(**{declared.subject or "pk": subject.pk})
            found[declared.model._meta.label] = list(rows.values(*declared.fields))
    return found


def undeclared(models: Iterable[type[Model]]) -> list[str]:
    """Models that nobody has said anything of."""
    return sorted(model._meta.label for model in models if model._meta.label not in _declared)
