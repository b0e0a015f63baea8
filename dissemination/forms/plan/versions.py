"""Adopting a version of the plan, and a partner's acceptance of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import DayInput, ProblemsMixin
from network.forms.partner_choice import PartnerChoice
from network.models import Project
from network.scope import Asker


class AdoptionForm(ProblemsMixin, forms.Form):
    adopted_on = forms.DateField(label=_("Adopted on"), widget=DayInput())
    occasion = forms.CharField(
        label=_("Adopted at"), max_length=200, required=False, help_text=_("For example the kick-off meeting.")
    )
    reason = forms.CharField(
        label=_("What changes and why"), required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Asked for from the second version on."),
    )  # fmt: skip


class AcceptanceForm(ProblemsMixin, forms.Form):
    partner = PartnerChoice()
    name = forms.CharField(label=_("Name of who accepts"), max_length=200)
    function = forms.CharField(label=_("Function"), max_length=200, required=False)
    accepted_on = forms.DateField(label=_("Accepted on"), widget=DayInput())

    def __init__(self, *args: Any, project: Project, user: Asker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partner"].narrow(project, user)  # type: ignore[attr-defined]
