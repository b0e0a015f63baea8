"""What the grant agreement obliges partners to."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import DayInput
from dissemination.enums import EventKind
from dissemination.forms.plan.base import PartForm
from network.models import Partner, Project


class EventDutyForm(PartForm):
    labels = ()
    partner = forms.ModelChoiceField(
        Partner.objects.none(), label=_("Partner"), required=False,
        help_text=_("Leave empty if every partner owes it."),
    )  # fmt: skip
    kind = forms.ChoiceField(label=_("Kind"), choices=EventKind)
    number = forms.IntegerField(label=_("At least"), min_value=1, max_value=999, initial=1)
    is_international = forms.BooleanField(
        label=_("International: owed once by all together, and met only with people from other countries"),
        required=False,
    )

    def choices_of(self, project: Project) -> dict[str, Any]:
        return {"partner": project.partners.select_related("organisation")}


class ContractualTaskForm(PartForm):
    partner = forms.ModelChoiceField(
        Partner.objects.none(), label=_("Partner"), required=False,
        help_text=_("Leave empty if every partner owes it."),
    )  # fmt: skip
    source = forms.CharField(label=_("Where the agreement says so"), max_length=200, required=False)
    due_on = forms.DateField(label=_("Due on"), widget=DayInput(), required=False)

    def choices_of(self, project: Project) -> dict[str, Any]:
        return {"partner": project.partners.select_related("organisation")}
