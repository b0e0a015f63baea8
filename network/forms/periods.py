"""Periods of a project."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import DayInput, ProblemsMixin


class PeriodForm(ProblemsMixin, forms.Form):
    name = forms.CharField(label=_("Name"), max_length=80)
    starts_on = forms.DateField(label=_("From"), widget=DayInput())
    ends_on = forms.DateField(label=_("To"), widget=DayInput())
    due_on = forms.DateField(label=_("Report due on"), required=False, widget=DayInput())
