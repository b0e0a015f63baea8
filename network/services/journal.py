"""What a merge did to the rows, kept so exactly that it can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any, cast

from django.apps import apps
from django.db import IntegrityError, models, transaction

type Row = models.Model
type Rows = models.QuerySet[Any]


def plain(value: Any) -> Any:
    """A value as JSON keeps it, days and moments to the microsecond."""
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    return value if value is None or isinstance(value, (str, int, float, bool, list, dict)) else str(value)


def pointers_to(model: type[Row]) -> Iterator[models.ForeignKey[Any, Any]]:
    """Every column of the house that points at a model, those of tables between two models included."""
    for relation in model._meta.get_fields(include_hidden=True):
        if relation.auto_created and not relation.concrete and (relation.one_to_many or relation.one_to_one):
            yield cast("models.ForeignKey[Any, Any]", cast("Any", relation).field)


def rows_of(label: str) -> Rows:
    return apps.get_model(label)._base_manager.all()


class Journal:
    """Changes rows and writes down how they were. `kept` is what a Merge stores."""

    def __init__(self) -> None:
        self.moved: dict[str, list[int]] = {}
        self.changed: list[list[Any]] = []
        self.removed: list[list[Any]] = []

    @property
    def kept(self) -> dict[str, Any]:
        return {"moved": self.moved, "changed": self.changed, "removed": self.removed}

    def move(self, field: models.ForeignKey[Any, Any], *, from_pk: int, to_pk: int) -> None:
        """Point all rows at the survivor; a row of which the survivor has the like already stays where it is."""
        rows = field.model._base_manager.filter(**{field.attname: from_pk}).exclude(pk=_self(field, to_pk))
        keys = list(rows.values_list("pk", flat=True))
        if not keys:
            return
        if not _updated(rows, **{field.attname: to_pk}):
            keys = [key for key in keys if _updated(rows.filter(pk=key), **{field.attname: to_pk})]
        self.moved[f"{field.model._meta.label}.{field.attname}"] = keys

    def change(self, row: Row, **values: Any) -> None:
        """Set columns of one row, by their database names."""
        before = {name: plain(getattr(row, name)) for name in values}
        type(row)._base_manager.filter(pk=row.pk).update(**values)
        after = {name: plain(value) for name, value in values.items()}
        self.changed.append([row._meta.label, row.pk, before, after])

    def absorb(self, gone: Row, kept: Row) -> None:
        """Put one row for two: whatever hangs on the one that goes hangs on the other afterwards."""
        for field in pointers_to(type(gone)):
            for row in field.model._base_manager.filter(**{field.attname: gone.pk}):
                if _updated(field.model._base_manager.filter(pk=row.pk), **{field.attname: kept.pk}):
                    self.changed.append([row._meta.label, row.pk, {field.attname: gone.pk}, {field.attname: kept.pk}])
                else:
                    self.remove(row)
        self.remove(gone)

    def remove(self, row: Row) -> None:
        values = {field.attname: plain(getattr(row, field.attname)) for field in row._meta.concrete_fields}
        self.removed.append([row._meta.label, values])
        row.delete()


def take_back(kept: dict[str, Any], *, survivor: int, merged: int) -> None:
    """Undo a journal: rows go back, what was removed returns. What was edited since stays as edited."""
    for key, keys in kept["moved"].items():
        label, _dot, column = key.rpartition(".")
        rows_of(label).filter(pk__in=keys, **{column: survivor}).update(**{column: merged})
    for label, values in reversed(kept["removed"]):
        model = apps.get_model(label)
        columns = {field.attname: field.to_python(values[field.attname]) for field in model._meta.concrete_fields}
        model(**columns).save_base(raw=True, force_insert=True)
    for label, pk, before, after in reversed(kept["changed"]):
        _restore(label, pk, before, after)


def _restore(label: str, pk: int, before: dict[str, Any], after: dict[str, Any]) -> None:
    row = rows_of(label).filter(pk=pk).first()
    if row is None:
        return
    columns = {field.attname: field for field in row._meta.concrete_fields}
    back = {name: columns[name].to_python(before[name]) for name in after if plain(getattr(row, name)) == after[name]}
    if back:
        rows_of(label).filter(pk=pk).update(**back)


def _self(field: models.ForeignKey[Any, Any], to_pk: int) -> int | None:
    """A row of the merged kind must not come to point at itself."""
    return to_pk if field.model is field.related_model else None


def _updated(rows: Rows, **values: Any) -> bool:
    try:
        with transaction.atomic():
            rows.update(**values)
    except IntegrityError:
        return False
    return True
