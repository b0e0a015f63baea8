"""What is known of a partner."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import DayInput, ProblemsMixin
from network.enums import PartnerRole
from network.models import Organisation, Partner, Project


class PartnerForm(ProblemsMixin, forms.Form):
    number = forms.IntegerField(label=_("Number"), min_value=0, max_value=999)
    role = forms.ChoiceField(label=_("Role"), choices=PartnerRole)
    joined_on = forms.DateField(
        label=_("Joined on"), help_text=_("Leave empty if not known."), widget=DayInput(), required=False
    )
    left_on = forms.DateField(
        label=_("Left on"), help_text=_("The last day in the partnership."), widget=DayInput(), required=False
    )
    follows = forms.ModelChoiceField(
        Partner.objects.none(),
        label=_("Takes the place of"),
        required=False,
        help_text=_("Its records stay with it, and its targets move only by amendments."),
    )
    budget_share = forms.DecimalField(
        label=_("Budget share (EUR)"), required=False, min_value=0, max_digits=12, decimal_places=2
    )

    def __init__(self, *args: Any, project: Project, partner: Partner | None = None, **kwargs: Any) -> None:
        if partner is not None:
            names = ("number", "role", "joined_on", "left_on", "follows", "budget_share")
            kwargs["initial"] = {name: getattr(partner, name) for name in names}
        super().__init__(*args, **kwargs)
        others = project.partners.select_related("organisation")
        if partner is not None:
            others = others.exclude(pk=partner.pk)
        self.fields["follows"].queryset = others  # type: ignore[attr-defined]


class NewPartnerForm(PartnerForm):
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=_("Organisation"),
        help_text=_("One that the project knows. Write it down among the organisations first if it is not there."),
    )
    field_order = ("organisation", "number", "role")

    def __init__(self, *args: Any, project: Project, **kwargs: Any) -> None:
        super().__init__(*args, project=project, **kwargs)
        known = Organisation.objects.in_project(project).canonical().exclude(partners__project=project)
        self.fields["organisation"].queryset = known  # type: ignore[attr-defined]
