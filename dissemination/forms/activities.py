"""What people type about an activity done."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from core.forms import DayInput, ProblemsMixin
from dissemination.enums import Duty, DutyAnswer, ReachKind, ReachUnit
from dissemination.models import Activity, Channel, Event, PlannedActivity, TargetGroup
from network.enums import EvidenceKind
from network.forms.partner_choice import PartnerChoice
from network.models import Output, Project
from network.scope import Asker

FACTS = ("partner", "planned", "group", "channel", "result", "event", "title", "description", "language", "done_on",
         "ends_on", "place")  # fmt: skip


class ActivityForm(ProblemsMixin, forms.Form):
    partner = PartnerChoice()
    planned = forms.ModelChoiceField(
        PlannedActivity.objects.none(), label=_("Planned activity"), required=False,
        help_text=_("Leave empty if the plan does not have it: it is listed as done and not planned."),
    )  # fmt: skip
    title = forms.CharField(label=_("What was done"), max_length=300)
    done_on = forms.DateField(label=_("Done on"), widget=DayInput())
    ends_on = forms.DateField(label=_("Until"), widget=DayInput(), required=False)
    place = forms.CharField(label=_("Place"), max_length=200, required=False)
    language = forms.CharField(
        label=_("Language"), max_length=7, required=False, help_text=_("Two letters, such as ro")
    )
    group = forms.ModelChoiceField(TargetGroup.objects.none(), label=_("Target group"), required=False)
    channel = forms.ModelChoiceField(Channel.objects.none(), label=_("Channel"), required=False)
    result = forms.ModelChoiceField(Output.objects.none(), label=_("Result it spreads"), required=False)
    event = forms.ModelChoiceField(Event.objects.none(), label=_("Event"), required=False)
    description = forms.CharField(label=_("Description"), required=False, widget=forms.Textarea(attrs={"rows": 4}))
    links = forms.CharField(
        label=_("Links"), required=False, widget=forms.Textarea(attrs={"rows": 3}), help_text=_("One address per line.")
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, project: Project, user: Asker, activity: Activity, **kwargs: Any) -> None:
        if activity.pk:
            stored = {name: getattr(activity, name) for name in FACTS}
            links = "\n".join(activity.links.values_list("url", flat=True))
            duties = {f"duty_{code}": answer for code, answer in activity.duties.items()}
            kwargs["initial"] = {**stored, **duties, "links": links, "version": activity.version}
        super().__init__(*args, **kwargs)
        for duty in Duty:
            self.fields[f"duty_{duty.value}"] = forms.ChoiceField(
                label=duty.label, choices=[("", _("Not answered yet")), *DutyAnswer.choices], required=False
            )
        self.fields["partner"].narrow(project, user)  # type: ignore[attr-defined]
        rows = {
            "planned": PlannedActivity.objects.in_project(project), "group": TargetGroup.objects.in_project(project),
            "channel": Channel.objects.in_project(project), "result": Output.objects.in_project(project).whole(),
            "event": Event.objects.in_project(project),
        }  # fmt: skip
        for name, queryset in rows.items():
            self.fields[name].queryset = queryset  # type: ignore[attr-defined]

    def clean_links(self) -> list[str]:
        check = URLValidator(schemes=["http", "https"])
        found = [line.strip() for line in self.cleaned_data["links"].splitlines() if line.strip()]
        for url in found:
            check(url)
        return found

    def facts(self) -> dict[str, Any]:
        """What the service takes: the facts, the links, and the answers to the obligatory questions."""
        typed = self.cleaned_data
        duties = {duty.value: typed[f"duty_{duty.value}"] for duty in Duty if typed[f"duty_{duty.value}"]}
        facts = {name: typed[name] for name in FACTS}
        return {**facts, "duties": duties, "links": typed["links"], "version": typed["version"]}


class ReadingForm(ProblemsMixin, forms.Form):
    number = forms.IntegerField(label=_("Number"), min_value=0, max_value=2_000_000_000)
    unit = forms.ChoiceField(label=_("Unit"), choices=ReachUnit)
    kind = forms.ChoiceField(label=_("How it is known"), choices=ReachKind)
    read_on = forms.DateField(label=_("Read on"), widget=DayInput())
    source = forms.CharField(label=_("Source"), max_length=200, help_text=_("Where the number can be read."))
    confirmed = forms.BooleanField(label=_("The number is right although it is large"), required=False)


class ActivityFileForm(ProblemsMixin, forms.Form):
    upload = forms.FileField(label=_("File"))
    kind = forms.ChoiceField(label=_("Kind"), choices=EvidenceKind, initial=EvidenceKind.PHOTO)
    title = forms.CharField(label=_("Title"), max_length=200, required=False)
