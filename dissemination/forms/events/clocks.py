"""A day and an hour as clocks of some place show them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms


class ClockInput(forms.DateTimeInput):
    """The browser's own field for a day and an hour."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


class ClockField(forms.DateTimeField):
    """A day and an hour as clocks of some place show them; the form says of which place."""

    widget = ClockInput

    def to_python(self, value: Any) -> datetime | None:  # type: ignore[override]
        read = super().to_python(value)
        return read.replace(tzinfo=None) if read else None
