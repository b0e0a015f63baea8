"""What people type about an organisation and its relationships."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import DayInput, ProblemsMixin
from network.codes.nace import SECTIONS, sector_name
from network.countries import choices as country_choices
from network.forms.days import DaysInOrder
from network.forms.finding import Finder
from network.models import Organisation, Project, Relationship


def sector_choices(present: str) -> list[tuple[str, str]]:
    """The sections; a finer code that is stored already stays choosable."""
    found = [("", str(_("Not known")))]
    found += [(code, f"{code} · {title}") for code, (_divisions, title) in SECTIONS.items()]
    return found if present in dict(found) else [*found, (present, sector_name(present))]


class OrganisationForm(ProblemsMixin, forms.ModelForm):
    parent = Finder(label=_("Part of"), required=False)
    country = forms.ChoiceField(label=_("Country"), required=False)
    sector = forms.ChoiceField(label=_("Sector (NACE)"), required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Organisation
        fields = [
            "name", "short_name", "kind", "size", "country", "region", "city", "address", "website", "sector",
            "parent", "oid", "pic", "vat", "latitude", "longitude",
        ]  # fmt: skip
        help_texts = {
            "name": _("As it is registered, in its own script."),
            "region": _("For example ES618."),
            "oid": _("E and eight digits."),
            "pic": _("Nine digits."),
        }

    def __init__(self, *args: Any, project: Project, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Organisation.objects.in_project(project).canonical().exclude(pk=self.instance.pk)
        self.fields["parent"].among(others)  # type: ignore[attr-defined]
        self.fields["country"].choices = [("", _("Not known")), *country_choices()]  # type: ignore[attr-defined]
        self.fields["sector"].choices = sector_choices(self.instance.sector)  # type: ignore[attr-defined]
        if self.instance.pk:
            self.initial["seen"] = self.instance.changed_at.isoformat()

    def clean_region(self) -> str:
        return str(self.cleaned_data["region"]).upper()

    def facts(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "seen"}


class RelationshipForm(ProblemsMixin, DaysInOrder):
    target = Finder(label=_("The other organisation"))

    class Meta:
        model = Relationship
        fields = ["kind", "target", "starts_on", "ends_on"]
        widgets = {"starts_on": DayInput(), "ends_on": DayInput()}

    def __init__(self, *args: Any, project: Project, source: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Organisation.objects.in_project(project).canonical().exclude(pk=source.pk)
        self.fields["target"].among(others)  # type: ignore[attr-defined]
