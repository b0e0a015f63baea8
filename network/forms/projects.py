"""The form a new project begins with, and the one that changes its facts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from core.forms import DayInput, ProblemsMixin
from network import countries
from network.enums import OrganisationKind, PartnerRole
from network.models import Project

# The categories projects of this kind promise most often; others come by the file or later.
COMMON_CATEGORIES = {
    "teachers": (_("Teachers and trainers"), "person", ["teacher", "trainer"]),
    "students": (_("Students"), "person", ["student"]),
    "directors": (_("Directors of VET providers"), "person", ["director"]),
    "enterprises": (_("Enterprises"), "organisation", ["enterprise"]),
}


class FactsForm(ProblemsMixin, forms.Form):
    """Title, dates and grant; what is not known yet stays empty."""

    title = forms.CharField(label=_("Title"), max_length=200, help_text=_("In English."))
    summary = forms.CharField(
        label=_("Summary"), required=False, max_length=400, widget=forms.Textarea(attrs={"rows": 3})
    )
    action = forms.CharField(label=_("Action"), required=False, max_length=40, help_text=_("For example KA220-VET."))
    call_year = forms.IntegerField(label=_("Call year"), required=False, min_value=2000, max_value=2100)
    number = forms.CharField(label=_("Project number"), required=False, max_length=60)
    starts_on = forms.DateField(
        label=_("Starts on"), help_text=_("Leave empty if not known."), widget=DayInput(), required=False
    )
    ends_on = forms.DateField(
        label=_("Ends on"), help_text=_("Leave empty if not known."), widget=DayInput(), required=False
    )
    grant = forms.DecimalField(label=_("Grant (EUR)"), required=False, min_value=0, max_digits=12, decimal_places=2)
    languages = forms.MultipleChoiceField(
        label=_("Languages"), choices=settings.LANGUAGES, widget=forms.CheckboxSelectMultiple, initial=["en"]
    )
    public = forms.BooleanField(label=_("Has a public page"), required=False)

    def facts(self) -> dict[str, Any]:
        """The project's own facts in the shape of the file."""
        typed = dict(self.cleaned_data)
        return {**typed, "title": {"en": typed["title"]}, "summary": {"en": typed["summary"]}}


class ProjectForm(FactsForm):
    code = forms.SlugField(
        label=_("Code"), max_length=40, help_text=_("A short name for addresses, such as qqvet. It stays for ever.")
    )
    field_order = ("code", "title")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, (name, _unit, _groups) in COMMON_CATEGORIES.items():
            self.fields[f"target_{code}"] = forms.IntegerField(
                label=name, required=False, min_value=0, help_text=_("Heads per partner. Empty: no such category.")
            )

    def facts(self) -> dict[str, Any]:
        typed = super().facts()
        promised = {code: typed.pop(f"target_{code}") for code in COMMON_CATEGORIES}
        typed["categories"] = [
            {"code": code, "name": {"en": str(name)}, "unit": unit, "target": heads, "respondent_groups": groups}
            for code, (name, unit, groups) in COMMON_CATEGORIES.items()
            if (heads := promised[code]) is not None
        ]
        return typed


class PartnerRowForm(forms.Form):
    """One partner of a new project; a name not known yet may be left out, the country says enough."""

    name = forms.CharField(label=_("Legal name"), required=False, max_length=400)
    country = forms.ChoiceField(label=_("Country"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=OrganisationKind, initial=OrganisationKind.VET_PROVIDER)
    role = forms.ChoiceField(label=_("Role"), choices=PartnerRole, initial=PartnerRole.PARTNER)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["country"].choices = [("", "—"), *countries.choices()]  # type: ignore[attr-defined]


PartnerRows = forms.formset_factory(PartnerRowForm, extra=6, max_num=30)


class ProjectFileForm(ProblemsMixin, forms.Form):
    file = forms.FileField(label=_("Project file"), help_text=_("YAML or JSON."))

    def clean_file(self) -> Any:
        given = self.cleaned_data["file"]
        if given.size > 1_000_000:
            raise forms.ValidationError(_("A project file has at most 1 MB."), code="too_large")
        return given


class ChangeProjectForm(FactsForm):
    def __init__(self, *args: Any, project: Project, **kwargs: Any) -> None:
        names = ("action", "call_year", "number", "starts_on", "ends_on", "grant", "languages")
        known = {name: getattr(project, name) for name in names}
        known |= {"title": project.title.get("en"), "summary": project.summary.get("en"), "public": project.is_public}
        kwargs["initial"] = known
        super().__init__(*args, **kwargs)
