"""Forms about something that begins and ends."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _


class DaysInOrder(forms.ModelForm):
    """Says beside the field what the database would only refuse; services tell of twins."""

    def clean(self) -> dict[str, Any]:
        starts_on, ends_on = self.cleaned_data.get("starts_on"), self.cleaned_data.get("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", _("It ends before it starts."))
        return self.cleaned_data
