"""What people type about a placement, its review and what was thought of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.forms import ProblemsMixin
from network.codes.efqea import CRITERIA
from network.codes.isced_f import FIELDS, field_name
from network.codes.titles import titled
from network.enums import EvidenceKind, ReviewSide
from network.forms.days import DaysInOrder
from network.forms.finding import OFFERED, Finder
from network.forms.organisations import sector_choices
from network.forms.records import DayInput, PartnerChoice
from network.models import Category, Evidence, Experience, Opinion, Organisation, Person, Project
from network.scope import Asker
from network.services.counting_experiences import Part, usual_category
from network.services.evidence import keep_evidence

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


class OpinionForm(ProblemsMixin, forms.ModelForm):
    rating = forms.TypedChoiceField(
        label=_("Rating"), required=False, coerce=int, empty_value=None,
        choices=[("", _("No rating")), *((number, str(number)) for number in range(1, 6))],
        help_text=_("1 is poor, 5 is very good."),
    )  # fmt: skip

    class Meta:
        model = Opinion
        fields = ["voice", "rating", "text", "may_be_quoted", "given_on"]
        widgets = {"given_on": DayInput(), "text": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("given_on", timezone.localdate())


class ReviewForm(ProblemsMixin, forms.Form):
    side = forms.ChoiceField(label=_("For"), choices=ReviewSide)
    reviewer_name = forms.CharField(label=_("Name of the reviewer"), max_length=200)
    agrees = forms.TypedChoiceField(
        label=_("Is the record right?"), widget=forms.RadioSelect, coerce=lambda value: value == "yes",
        choices=[("yes", _("Yes, as it stands")), ("no", _("No, something must change"))],
    )  # fmt: skip
    comment = forms.CharField(label=_("Comment"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    version = forms.IntegerField(widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("agrees") is False and not cleaned.get("comment"):
            self.add_error("comment", _("Write what must change."))
        return cleaned


class CountForm(ProblemsMixin, forms.Form):
    """For each part of the placement the category that counts it, or none, and what proves it."""

    LABELS = {
        "learner": _("Learner: %(name)s"),
        "provider_tutor": _("Tutor at the provider: %(name)s"),
        "host_tutor": _("Tutor at the host: %(name)s"),
        "host": _("Host enterprise: %(name)s"),
    }
    OFFERED = 12

    file = forms.FileField(
        label=_("A file that proves it"),
        required=False,
        help_text=_("For example the signed agreement or certificate."),
    )
    kind = forms.ChoiceField(
        label=_("Kind of the file"), choices=EvidenceKind, initial=EvidenceKind.AGREEMENT, required=False
    )
    known = forms.ModelMultipleChoiceField(
        Evidence.objects.none(), required=False, label=_("Or one of the newest files of the partner"),
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    def __init__(self, *args: Any, experience: Experience, parts: list[Part], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.experience, self.keys = experience, [part.key for part in parts]
        own = Category.objects.in_project(experience.project)
        categories = list(own)
        for part in parts:
            usual = usual_category(part, categories)
            self.fields[part.key] = forms.ModelChoiceField(
                own.filter(unit=part.unit), required=False, empty_label=_("Do not count"),
                label=self.LABELS[part.key] % {"name": part.subject}, initial=usual.pk if usual else None,
            )  # fmt: skip
        self.order_fields([*self.keys, "file", "kind", "known"])
        files = Evidence.objects.filter(partner=experience.partner_id, superseded_by__isnull=True)
        newest = files.values_list("pk", flat=True)[: self.OFFERED]
        self.fields["known"].queryset = files.filter(pk__in=list(newest))  # type: ignore[attr-defined]

    def categories(self) -> dict[str, Category]:
        return {key: self.cleaned_data[key] for key in self.keys if self.cleaned_data[key]}

    def evidence(self, *, by: User) -> list[Evidence]:
        """The chosen files, the new one kept now. Raises ProblemsFound."""
        found = list(self.cleaned_data["known"])
        if upload := self.cleaned_data["file"]:
            kind, placement = self.cleaned_data["kind"] or EvidenceKind.AGREEMENT, self.experience
            found.append(
                keep_evidence(project=placement.project, partner=placement.partner, upload=upload, kind=kind, by=by)
            )
        return found
