"""What a coordinator says about a study and its rounds."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.forms import DayInput, ProblemsMixin
from impact_study.enums import Anonymity, Design, Linkage, VersionState, WaveKind
from impact_study.forms.languages import TitlesForm, language_choices
from impact_study.models import InstrumentVersion, Study, Wave
from impact_study.rules.studies import ROUNDS
from network.enums import RespondentGroup
from network.models import Partner, Project

ZONES = (
    "Europe/Madrid", "Atlantic/Canary", "Europe/Lisbon", "Atlantic/Azores", "Europe/Bucharest", "Europe/Rome",
    "Europe/Brussels", "Europe/Paris", "Europe/Amsterdam", "Europe/Prague", "Europe/Helsinki", "Europe/Berlin",
    "Europe/Warsaw", "Europe/Athens", "Europe/Dublin", "Europe/Vienna", "UTC",
)  # fmt: skip


class StudyForm(ProblemsMixin, TitlesForm):
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    code = forms.SlugField(label=_("Code"), max_length=30, help_text=_("A short name for files, such as io1."))
    design = forms.ChoiceField(label=_("Design"), choices=Design)
    linkage = forms.ChoiceField(
        label=_("How answers before and after are linked"), choices=Linkage,
        help_text=_("Code cards are the safe choice for schools. It cannot be changed after the first answer."),
    )  # fmt: skip
    anonymity = forms.ChoiceField(
        label=_("Anonymity"), choices=Anonymity, help_text=_("It cannot be changed after the first answer.")
    )
    has_minors = forms.BooleanField(
        label=_("Minors are asked"), required=False, help_text=_("Groups of fewer than 10 are then never shown.")
    )
    minimum_group = forms.IntegerField(
        label=_("Smallest group shown"), min_value=5, max_value=100, initial=5,
        help_text=_("Figures of fewer people appear nowhere. At least 5; at least 10 with minors."),
    )  # fmt: skip
    languages = forms.MultipleChoiceField(label=_("Languages"), widget=forms.CheckboxSelectMultiple)
    base_language = forms.ChoiceField(label=_("Language of the source"), choices=language_choices)
    time_zone = forms.ChoiceField(
        label=_("Time zone"),
        choices=[(zone, zone) for zone in ZONES],
        help_text=_("Waves open and close by its clock."),
    )
    legal_basis = forms.CharField(label=_("Legal basis"), max_length=200, required=False)
    responsible = forms.CharField(label=_("Who answers questions about the data"), max_length=200, required=False)
    retain_until = forms.DateField(label=_("Answers are kept until"), required=False, widget=DayInput())
    is_simulated = forms.BooleanField(label=_("The answers are simulated"), required=False)

    def __init__(self, *args: Any, project: Project, study: Study | None = None, **kwargs: Any) -> None:
        if study is not None:
            known = {name: getattr(study, name) for name in self.base_fields if hasattr(study, name)}
            kwargs["initial"] = {**known, "seen": study.changed_at.isoformat()}
        super().__init__(*args, **kwargs)
        if study is not None:
            del self.fields["code"]
        self.fields["languages"].choices = language_choices()  # type: ignore[attr-defined]
        self.add_titles(project.languages, study.title if study else None)
        self.order_fields(["seen", "code", *(name for name in self.fields if name.startswith("title_"))])

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if typed.get("has_minors") and typed.get("minimum_group", 10) < 10:
            self.add_error("minimum_group", _("With minors, at least 10."))
        if typed.get("base_language") and typed.get("languages") and typed["base_language"] not in typed["languages"]:
            self.add_error("languages", _("The language of the source is one of them."))
        return typed

    def facts(self) -> dict[str, Any]:
        plain = {name: value for name, value in self.cleaned_data.items() if name != "seen" and name[:6] != "title_"}
        return {**plain, "title": self.titles()}


class MomentInput(forms.DateTimeInput):
    """The browser's own field for a day and an hour."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


def version_name(version: InstrumentVersion) -> str:
    return f"{version.instrument.get_group_display()} · {version}"


class VersionChoice(forms.ModelChoiceField):
    label_from_instance = staticmethod(version_name)  # type: ignore[assignment]


class WaveForm(ProblemsMixin, forms.Form):
    """Who is asked, when and with what; hours are those of the study's time zone."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    group = forms.ChoiceField(label=_("Who answers"), choices=RespondentGroup)
    kind = forms.ChoiceField(label=_("Wave"))
    version = VersionChoice(
        InstrumentVersion.objects.none(), label=_("Questionnaire"),
        help_text=_("Published versions only. Whoever has begun to answer stays with the version they began."),
    )  # fmt: skip
    opens_at = forms.DateTimeField(label=_("Opens"), required=False, widget=MomentInput())
    closes_at = forms.DateTimeField(label=_("Closes"), required=False, widget=MomentInput())
    population = forms.IntegerField(
        label=_("People who could answer"), required=False, min_value=1,
        help_text=_("Only if a list exists: without it no response rate is shown."),
    )  # fmt: skip

    def __init__(self, *args: Any, study: Study, wave: Wave | None = None, **kwargs: Any) -> None:
        self.study, self.zone = study, ZoneInfo(study.time_zone)
        if wave is not None:
            kwargs["initial"] = self._known(wave)
        super().__init__(*args, **kwargs)
        kinds = [kind for kind in ROUNDS[Design(study.design)] if wave is None or kind != wave.kind]
        offered = ([WaveKind(wave.kind)] if wave else []) + kinds
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in offered]  # type: ignore[attr-defined]
        published = InstrumentVersion.objects.filter(instrument__project=study.project_id, state=VersionState.PUBLISHED)
        versions = published.select_related("instrument").order_by("instrument__group", "instrument", "-number")
        self.fields["version"].queryset = versions  # type: ignore[attr-defined]
        for name in ("opens_at", "closes_at"):
            self.fields[name].help_text = self.study.time_zone
        self._add_targets(wave)

    def _known(self, wave: Wave) -> dict[str, Any]:
        known = {name: getattr(wave, name) for name in ("group", "kind", "version", "population")}
        moments = {
            name: value.astimezone(self.zone).replace(tzinfo=None) if (value := getattr(wave, name)) else None
            for name in ("opens_at", "closes_at")
        }
        return {**known, **moments, "seen": wave.changed_at.isoformat()}

    def _add_targets(self, wave: Wave | None) -> None:
        promised = dict(wave.targets.values_list("partner", "answers")) if wave else {}
        rows = Partner.objects.filter(project=self.study.project_id).select_related("organisation").order_by("number")
        self.partners = {f"target_{partner.pk}": partner for partner in rows}
        for name, partner in self.partners.items():
            label = gettext("Answers promised by %(partner)s") % {"partner": partner}
            self.fields[name] = forms.IntegerField(
                label=label, required=False, min_value=0, initial=promised.get(partner.pk)
            )

    def full_clean(self) -> None:
        with timezone.override(self.zone):
            super().full_clean()

    def facts(self) -> dict[str, Any]:
        names = ("group", "kind", "version", "opens_at", "closes_at", "population")
        return {name: self.cleaned_data[name] for name in names}

    def targets(self) -> dict[Partner, int | None]:
        return {partner: self.cleaned_data[name] for name, partner in self.partners.items()}
