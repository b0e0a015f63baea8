"""What people type into a dissemination plan."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import DayInput, ProblemsMixin
from core.label_fields import LabelFormField
from dissemination.enums import ChannelKind, EventKind
from dissemination.models import (
    Channel,
    ContractualTask,
    EventDuty,
    Objective,
    PlannedActivity,
    PlannedEvent,
    TargetGroup,
)
from dissemination.rules.plan.problems import REMARKABLE_HEADS
from dissemination.services.plan.parts import HEADS
from network.countries import choices as country_choices
from network.forms.records import PartnerChoice
from network.models import Category, Output, Partner, Project
from network.scope import Asker


class PartForm(ProblemsMixin, forms.Form):
    """A part of the plan: new, or filled from the row that is there."""

    labels: tuple[str, ...] = ("title",)

    def __init__(self, *args: Any, project: Project, user: Asker, part: Any, **kwargs: Any) -> None:
        names = [name for name in self.base_fields if hasattr(part, name)]
        if part.pk:
            kwargs["initial"] = {name: getattr(part, name) for name in names} | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.project, self.user = project, user
        for name in reversed(self.labels):
            base = self.fields.pop(name, None)
            field = LabelFormField(
                label=getattr(base, "label", None) or _("Title"), languages=project.languages,
                kept=getattr(part, name, None), required=name == "title", rows=3 if name == "message" else 0,
            )  # fmt: skip
            self.fields = {name: field, **self.fields}
        for name, rows in self.choices_of(project).items():
            self.fields[name].queryset = rows  # type: ignore[attr-defined]
        if "partner" in self.fields and isinstance(self.fields["partner"], PartnerChoice):
            self.fields["partner"].narrow(project, user)

    def choices_of(self, project: Project) -> dict[str, Any]:
        return {}


class ObjectiveForm(PartForm):
    order = forms.IntegerField(label=_("Order"), min_value=0, max_value=999, initial=0)


class TargetGroupForm(PartForm):
    objective = forms.ModelChoiceField(Objective.objects.none(), label=_("Objective"))
    category = forms.ModelChoiceField(
        Category.objects.none(), label=_("Category of stakeholders"), required=False,
        help_text=_("Whose heads on the quota board this group leads to, if any."),
    )  # fmt: skip

    def choices_of(self, project: Project) -> dict[str, Any]:
        return {"objective": Objective.objects.in_project(project), "category": project.categories.all()}


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


MOST_HEADS = 1_000_000


class PlannedEventForm(PartForm):
    """The box that confirms an astonishing number of heads stands there when one was typed."""

    partner = PartnerChoice()
    kind = forms.ChoiceField(label=_("Kind"), choices=EventKind)
    starts_on = forms.DateField(label=_("Planned from"), widget=DayInput(), required=False)
    ends_on = forms.DateField(label=_("Planned until"), widget=DayInput(), required=False)
    country = forms.ChoiceField(label=_("Country"), choices=country_choices, required=False)
    local_heads = forms.IntegerField(
        label=_("Foreseen local participants"), min_value=0, max_value=MOST_HEADS, initial=0
    )
    international_heads = forms.IntegerField(
        label=_("Foreseen international participants"), min_value=0, max_value=MOST_HEADS, initial=0
    )
    virtual_heads = forms.IntegerField(
        label=_("Foreseen virtual participants"), min_value=0, max_value=MOST_HEADS, initial=0
    )
    heads_confirmed = forms.BooleanField(label=_("So many participants are foreseen indeed"), required=False)
    is_multiplier = forms.BooleanField(label=_("Owed multiplier event"), required=False)
    is_final_conference = forms.BooleanField(label=_("Final international conference"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        heads = (str(self.data.get(name, "")).strip() for name in HEADS)
        if not any(number.isdecimal() and int(number) > REMARKABLE_HEADS for number in heads):
            del self.fields["heads_confirmed"]


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


# The parts by the word in their address.
PART_FORMS: dict[str, tuple[type[Any], type[PartForm]]] = {
    "objectives": (Objective, ObjectiveForm),
    "target-groups": (TargetGroup, TargetGroupForm),
    "channels": (Channel, ChannelForm),
    "activities": (PlannedActivity, PlannedActivityForm),
    "events": (PlannedEvent, PlannedEventForm),
    "owed-events": (EventDuty, EventDutyForm),
    "tasks": (ContractualTask, ContractualTaskForm),
}


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
