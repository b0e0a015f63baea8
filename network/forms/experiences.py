"""What people type about a learning experience."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from core.forms import DayInput, ProblemsMixin
from network.codes.efqea import CRITERIA
from network.codes.isced_f import FIELDS, field_name
from network.codes.titles import titled
from network.forms.days import DaysInOrder
from network.forms.finding import OFFERED, Finder
from network.forms.organisations import sector_choices
from network.forms.partner_choice import PartnerChoice
from network.models import Experience, Organisation, Person, Project
from network.scope import Asker

PEOPLE = ("learner", "provider_tutor", "host_tutor")


def education_choices(present: str) -> list[tuple[str, str]]:
    found = [("", str(_("Not known"))), *((code, f"{code} · {title}") for code, title in FIELDS.items())]
    return found if present in dict(found) else [*found, (present, field_name(present))]


class ExperienceForm(ProblemsMixin, DaysInOrder):
    """One field for the public story in each language of the project."""

    partner = PartnerChoice()
    learner = Finder(label=_("Learner"), required=False)
    provider = Finder(label=_("VET provider"))
    provider_tutor = Finder(label=_("Tutor at the provider"), required=False)
    host = Finder(label=_("Host enterprise"))
    host_tutor = Finder(label=_("Tutor at the host"), required=False)
    sector = forms.ChoiceField(label=_("Sector (NACE)"), required=False)
    field_of_education = forms.ChoiceField(label=_("Field of education (ISCED-F)"), required=False)
    outcomes = forms.CharField(
        label=_("Learning outcomes"), required=False, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("One per line."),
    )  # fmt: skip
    efqea = forms.MultipleChoiceField(
        label=_("EFQEA criteria that the placement meets"), required=False, widget=forms.CheckboxSelectMultiple,
        choices=[(one.code, titled(one.code, one.name)) for one in CRITERIA],
    )  # fmt: skip
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Experience
        fields = [
            "partner", "title", "kind", "level", "learner", "provider", "provider_tutor", "host", "host_tutor",
            "starts_on", "ends_on", "hours", "sector", "field_of_education", "eqf", "tasks", "outcomes", "efqea",
            "assessment", "story_name",
        ]  # fmt: skip
        widgets = {
            "starts_on": DayInput(), "ends_on": DayInput(), "tasks": forms.Textarea(attrs={"rows": 4}),
            "assessment": forms.Textarea(attrs={"rows": 3}),
        }  # fmt: skip
        help_texts = {
            "story_name": _("Shown instead of the first name. Needed for minors, and where nobody agreed to be named."),
            "eqf": _("1 to 8"),
        }

    def __init__(self, *args: Any, project: Project, user: Asker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["partner"].narrow(project, user)
        people = Person.objects.visible_to(user).in_project(project).canonical()
        offered: QuerySet[Any] = Person.objects.visible_in(project, user).canonical()[:OFFERED]
        for name in PEOPLE:
            fields[name].among(people, offered=offered)
        organisations = Organisation.objects.in_project(project).canonical()
        offered = organisations[:OFFERED]
        for name in ("provider", "host"):
            fields[name].among(organisations, offered=offered)
        fields["sector"].choices = sector_choices(self.instance.sector)
        fields["field_of_education"].choices = education_choices(self.instance.field_of_education)
        self.languages = project.languages or [settings.LANGUAGE_CODE]
        names = dict(settings.LANGUAGES)
        for code in self.languages:
            label = _("Public story (%(language)s)") % {"language": names.get(code, code)}
            fields[f"story_{code}"] = forms.CharField(
                label=label, required=False, widget=forms.Textarea(attrs={"rows": 6, "lang": code})
            )
            self.initial[f"story_{code}"] = self.instance.story.get(code, "")
        self.initial["outcomes"] = "\n".join(self.instance.outcomes)
        self.initial["version"] = self.instance.version

    def clean_outcomes(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data["outcomes"].splitlines() if line.strip()]

    def facts(self) -> dict[str, Any]:
        """What was typed, as the service takes it; stories in other languages stay."""
        told = {code: self.cleaned_data[f"story_{code}"] for code in self.languages}
        story = {**self.instance.story, **told}
        plain = {name: self.cleaned_data[name] for name in self.Meta.fields}
        return {**plain, "story": {code: text for code, text in story.items() if text.strip()}}
