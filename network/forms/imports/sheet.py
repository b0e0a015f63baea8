"""Step one of an import: the sheet, and what it lists."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import DayInput, ProblemsMixin
from network.enums import ImportKind, OccasionKind
from network.forms.partner_choice import PartnerChoice
from network.models import Category, Occasion, Project
from network.scope import Asker


class SheetForm(ProblemsMixin, forms.Form):
    """What a sheet lists, for which partner, and of which occasion."""

    partner = PartnerChoice()
    kind = forms.ChoiceField(label=_("What does the sheet list?"), choices=ImportKind, initial=ImportKind.ATTENDANCE)
    file = forms.FileField(
        label=_("Sheet"),
        help_text=_("CSV, Excel (.xlsx, .xls) or OpenDocument (.ods). It is kept as it is, with its checksum."),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.txt,.xlsx,.xls,.ods"}),
    )
    occasion = forms.ModelChoiceField(
        Occasion.objects.none(),
        label=_("Occasion"),
        required=False,
        help_text=_("For attendance: what the people took part in."),
    )
    occasion_title = forms.CharField(label=_("Or a new occasion"), max_length=300, required=False)
    occasion_day = forms.DateField(label=_("Held on"), required=False, widget=DayInput())
    category = forms.ModelChoiceField(
        Category.objects.none(),
        label=_("Category of rows without a function"),
        required=False,
        to_field_name="code",
    )

    def __init__(self, *args: Any, project: Project, user: Asker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partner"].narrow(project, user)  # type: ignore[attr-defined]
        self.fields["occasion"].queryset = Occasion.objects.in_project(project)  # type: ignore[attr-defined]
        self.fields["category"].queryset = Category.objects.in_project(project)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if typed.get("kind") == ImportKind.ATTENDANCE and not typed.get("occasion") and not typed.get("occasion_title"):
            self.add_error("occasion", _("Choose an occasion, or give the title of a new one."))
        if typed.get("occasion_title") and not typed.get("occasion_day"):
            self.add_error("occasion_day", _("When was it held?"))
        return typed

    def new_occasion(self) -> dict[str, Any] | None:
        """What a new occasion is made of, if one is asked for."""
        typed = self.cleaned_data
        if typed["kind"] != ImportKind.ATTENDANCE or typed["occasion"] or not typed["occasion_title"]:
            return None
        return {
            "kind": OccasionKind.EVENT,
            "title": typed["occasion_title"],
            "held_on": typed["occasion_day"],
            "partner": typed["partner"],
            "country": typed["partner"].organisation.country,
        }
