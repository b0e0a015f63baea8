"""Conditions typed as rows of question, comparison and value; one that rows cannot say is typed as a tree."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from impact_study.rules.conditions import ALONE, COMPARISONS, Row, rows_of, tree_of

ROWS = 3
JOINS = (("and", gettext_lazy("all of these hold")), ("or", gettext_lazy("at least one of these holds")))


class ConditionFields:
    """The fields of one condition in a form; they are added to it, read from it, and shown as a group."""

    def __init__(self, name: str, questions: Sequence[tuple[str, str]], tree: object, *, rows: int = ROWS) -> None:
        self.name, self.rows = name, rows
        known = rows_of(tree)
        self.join, filled = known if known else ("and", [])
        self.is_tree = known is None or len(filled) > rows
        self.initial = [] if self.is_tree else filled
        self.tree = json.dumps(tree) if self.is_tree else ""
        self.choices = [("", "–"), *questions]

    def add_to(self, form: forms.Form) -> None:
        form.fields[f"{self.name}_join"] = forms.ChoiceField(
            label=_("Holds when"), choices=JOINS, initial=self.join, required=False
        )
        for number in range(self.rows):
            row = self.initial[number] if number < len(self.initial) else Row("", "=")
            parts: dict[str, forms.Field] = {
                "question": forms.ChoiceField(label=_("Question"), choices=self.choices, required=False),
                "comparison": forms.ChoiceField(label=_("Comparison"), choices=COMPARISONS, required=False),
                "value": forms.CharField(label=_("Value or choice"), max_length=200, required=False),
            }
            for part, field in parts.items():
                field.initial = getattr(row, part)
                form.fields[self.field(number, part)] = field
        form.fields[f"{self.name}_tree"] = forms.CharField(
            label=_("Or as a tree"), required=False, initial=self.tree, widget=forms.Textarea({"rows": 2}),
            help_text=_("For what the rows cannot say. It counts only while the rows are empty."),
        )  # fmt: skip

    def field(self, number: int, part: str) -> str:
        return f"{self.name}_{number}_{part}"

    @property
    def names(self) -> list[str]:
        parts = ("question", "comparison", "value")
        rows = [self.field(number, part) for number in range(self.rows) for part in parts]
        return [f"{self.name}_join", *rows, f"{self.name}_tree"]

    def lines(self, form: forms.Form) -> list[list[forms.BoundField]]:
        """The bound fields, a row at a time."""
        parts = ("question", "comparison", "value")
        return [[form[self.field(number, part)] for part in parts] for number in range(self.rows)]

    def read(self, form: forms.Form, *, numbers: frozenset[str]) -> object:
        """The condition as a tree; what is half filled in becomes an error at its field."""
        typed, rows = form.cleaned_data, []
        for number in range(self.rows):
            row = Row(*(typed.get(self.field(number, part)) or "" for part in ("question", "comparison", "value")))
            if row.question and not row.value and row.comparison not in ALONE:
                form.add_error(self.field(number, "value"), _("Say with what it is compared."))
            elif row.question:
                rows.append(row)
        if rows:
            return tree_of(rows, join=typed.get(f"{self.name}_join") or "and", numbers=numbers)
        return self._tree(form)

    def _tree(self, form: forms.Form) -> Any:
        typed = form.cleaned_data.get(f"{self.name}_tree", "").strip()
        try:
            return json.loads(typed) if typed else None
        except (json.JSONDecodeError, RecursionError):
            form.add_error(f"{self.name}_tree", _("This is no tree in JSON."))
            return None
