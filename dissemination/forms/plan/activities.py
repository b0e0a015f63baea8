"""Channels, and the activities planned on them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import DayInput
from dissemination.enums import ChannelKind
from dissemination.forms.plan.base import PartForm
from dissemination.models import (
    Channel,
    TargetGroup,
)
from network.forms.partner_choice import PartnerChoice
from network.models import Output, Project


class ChannelForm(PartForm):
    labels = ()
    kind = forms.ChoiceField(label=_("Kind"), choices=ChannelKind)
    name = forms.CharField(label=_("Name"), max_length=200, help_text=_("For example the name of the newspaper."))


class PlannedActivityForm(PartForm):
    labels = ("title", "message")
    message = forms.CharField(label=_("Message"), required=False)
    partner = PartnerChoice()
    group = forms.ModelChoiceField(TargetGroup.objects.none(), label=_("Target group"))
    channel = forms.ModelChoiceField(Channel.objects.none(), label=_("Channel"))
    result = forms.ModelChoiceField(Output.objects.none(), label=_("Result it spreads"), required=False)
    language = forms.ChoiceField(label=_("Language"), required=False)
    starts_on = forms.DateField(label=_("From"), widget=DayInput())
    ends_on = forms.DateField(label=_("Until"), widget=DayInput())
    indicator = forms.CharField(
        label=_("Indicator"), max_length=200, required=False, help_text=_("What will be counted, for example copies.")
    )
    target = forms.IntegerField(label=_("Target"), min_value=0, max_value=100_000_000, required=False)
    cost = forms.DecimalField(label=_("Cost in euros"), min_value=0, max_digits=10, decimal_places=2, required=False)
    withdrawn_reason = forms.CharField(
        label=_("Why it was given up"), max_length=300, required=False, help_text=_("Leave empty while it is planned.")
    )

    def __init__(self, *args: Any, project: Project, **kwargs: Any) -> None:
        super().__init__(*args, project=project, **kwargs)
        self.fields["language"].choices = [("", "–"), *((code, code) for code in project.languages)]  # type: ignore[attr-defined]

    def choices_of(self, project: Project) -> dict[str, Any]:
        return {
            "group": TargetGroup.objects.in_project(project), "channel": Channel.objects.in_project(project),
            "result": Output.objects.in_project(project).whole(),
        }  # fmt: skip
