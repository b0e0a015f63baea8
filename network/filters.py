"""Filters of the network's lists, the same for pages and API."""

from __future__ import annotations

from typing import Any

import django_filters as filters
from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from network.enums import ParticipationState
from network.models import Category, Evidence, Participation, Partner, Period, Proof


class ParticipationFilter(filters.FilterSet):
    """Records of one project: the choices are that project's own."""

    partner = filters.ModelChoiceFilter(queryset=Partner.objects.none(), label=_("Partner"))
    category = filters.ModelChoiceFilter(queryset=Category.objects.none(), label=_("Category"))
    period = filters.ModelChoiceFilter(queryset=Period.objects.none(), label=_("Period"))
    state = filters.ChoiceFilter(choices=ParticipationState, label=_("State"))
    proved = filters.ChoiceFilter(
        method="by_proof", label=_("Evidence"), choices=[("yes", _("With evidence")), ("no", _("Without evidence"))]
    )
    held_on = filters.DateFromToRangeFilter(
        label=_("Date"), widget=filters.widgets.DateRangeWidget(attrs={"type": "date"})
    )

    class Meta:
        model = Participation
        fields = ["partner", "category", "period", "state"]

    def __init__(self, *args: Any, project: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["partner"].queryset = Partner.objects.in_project(project).select_related("organisation")
        self.filters["category"].queryset = Category.objects.in_project(project)
        self.filters["period"].queryset = Period.objects.in_project(project)

    def by_proof(self, rows: QuerySet[Participation], name: str, value: str) -> QuerySet[Participation]:
        sound = Proof.objects.filter(participation=OuterRef("pk"), evidence__in=Evidence.objects.sound())
        return rows.filter(Exists(sound)) if value == "yes" else rows.filter(~Exists(sound))


class BoardChoice(forms.Form):
    """Which partner and which period the board shows."""

    partner = forms.ModelChoiceField(Partner.objects.none(), label=_("Partner"), required=False)
    period = forms.ModelChoiceField(Period.objects.none(), label=_("Period"), required=False)

    def __init__(self, *args: Any, project: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partner"].queryset = Partner.objects.in_project(project).select_related("organisation")  # type: ignore[attr-defined]
        self.fields["partner"].empty_label = _("All partners")  # type: ignore[attr-defined]
        self.fields["period"].queryset = Period.objects.in_project(project)  # type: ignore[attr-defined]
        self.fields["period"].empty_label = _("From the start until today")  # type: ignore[attr-defined]
