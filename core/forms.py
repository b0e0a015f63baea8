"""Forms that show what a service found wrong."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from core.problems import Problem


class DayInput(forms.DateInput):
    """The browser's own field for a day."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class ProblemsMixin(forms.BaseForm):
    """Puts a service's Problems beside the field they belong to, or on top of the form."""

    def add_problems(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            field = problem.field if problem.field in self.fields else None
            message = f"{problem.message} {problem.remedy}".strip()
            self.add_error(field, forms.ValidationError(message, code=problem.code))
