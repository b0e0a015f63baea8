"""Choosing one out of many thousand people or organisations by typing, with no script.

The browser offers the first ones of the list itself; a name that fits only one is enough, and where it fits several
the answer says how to tell them apart.
"""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from network.rules.names import fold

NUMBER = re.compile(r"\((?:no\.|[^)\d]*)\s*(\d+)\)\s*$")
OFFERED = 200
NAMED = 6


def named(row: Any) -> str:
    """A row as it is offered and understood again: its name and its number."""
    name = getattr(row, "full_name", "") or getattr(row, "name", "") or str(row)
    return _("%(name)s (no. %(number)d)") % {"name": name, "number": row.pk}


class FinderInput(forms.TextInput):
    template_name = "forms/finder.html"
    rows: QuerySet[Any] | None = None

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["offered"] = [named(row) for row in self.rows or ()]
        context["widget"]["attrs"]["list"] = f"{context['widget']['attrs'].get('id', name)}_list"
        context["widget"]["attrs"]["autocomplete"] = "off"
        return context


class Finder(forms.CharField):
    """A text field that becomes a row: by number in brackets, else by a name that fits only one."""

    widget = FinderInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.rows: QuerySet[Any] | None = None

    def among(self, rows: QuerySet[Any], *, offered: QuerySet[Any] | None = None) -> None:
        """Which rows may be meant, and which of them the browser offers: fields may share one list of these."""
        self.rows, self.widget.rows = rows, rows[:OFFERED] if offered is None else offered

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, int) and self.rows is not None:
            row = self.rows.model._default_manager.filter(pk=value).first()
            return named(row) if row else ""
        return named(value) if isinstance(value, Model) else value

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        if not typed or self.rows is None:
            return None
        if numbered := NUMBER.search(typed):
            found = list(self.rows.filter(pk=int(numbered[1])))
        else:
            found = by_name(self.rows, typed)
        if len(found) == 1:
            return found[0]
        raise ValidationError(_several(found) if found else _("Nothing on the list has this name."))


def by_name(rows: QuerySet[Any], typed: str) -> list[Any]:
    """Rows whose name holds every typed word; the one alone that is exactly so named."""
    for word in fold(typed).split():
        rows = rows.filter(name_key__contains=word)
    found = list(rows[: NAMED + 1])
    exact = [row for row in found if sorted(row.name_key.split()) == sorted(fold(typed).split())]
    return exact if len(exact) == 1 else found


def _several(found: list[Any]) -> str:
    names = ", ".join(named(row) for row in found[:NAMED])
    return _("Several fit. Write one of them with its number: %(names)s") % {"names": names}
