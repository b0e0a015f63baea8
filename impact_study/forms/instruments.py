"""Ways to a new questionnaire: from the item library, from a file, as a copy."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from core.forms import ProblemsMixin
from impact_study.enums import QuestionType, VersionState, WaveKind
from impact_study.forms.languages import TitlesForm, language_choices
from network.enums import RespondentGroup
from network.models import Project


class InstrumentForm(ProblemsMixin, TitlesForm):
    """What every new questionnaire needs."""

    code = forms.SlugField(label=_("Code"), max_length=32, help_text=_("A short name, such as students-before."))
    group = forms.ChoiceField(label=_("Who answers"), choices=RespondentGroup)

    def __init__(self, *args: Any, project: Project, group: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known_group = group
        if group:
            del self.fields["group"]
        self.add_titles(project.languages, kwargs.get("initial", {}).get("title"))

    def facts(self) -> dict[str, Any]:
        group = self.known_group or self.cleaned_data["group"]
        return {"code": self.cleaned_data["code"], "title": self.titles(), "group": group}


class BlankForm(InstrumentForm):
    """An empty questionnaire."""

    base_language = forms.ChoiceField(label=_("Language of the source"), choices=language_choices)
    languages = forms.MultipleChoiceField(
        label=_("Languages"), widget=forms.CheckboxSelectMultiple, choices=language_choices
    )

    def all_languages(self) -> list[str]:
        base = self.cleaned_data["base_language"]
        return [base, *(code for code in self.cleaned_data["languages"] if code != base)]


class FileForm(InstrumentForm):
    """A file: our own JSON, or an XLSForm as a spreadsheet. What it is its content tells, not its name."""

    base_language = forms.ChoiceField(
        label=_("Language of labels that name none"), choices=language_choices, required=False,
        help_text=_("Only for an XLSForm."),
    )  # fmt: skip
    languages = forms.CharField(
        label=_("Codes of the form's languages"), required=False, widget=forms.Textarea({"rows": 2}),
        help_text=_("Only if the form names languages without a code. One a line: Français = fr"),
    )  # fmt: skip
    file = forms.FileField(
        label=_("File"), help_text=_("JSON as this platform writes it, or an XLSForm (.xlsx, .xls, .csv).")
    )

    def clean_base_language(self) -> str:
        return self.cleaned_data["base_language"] or settings.LANGUAGE_CODE

    def clean_languages(self) -> dict[str, str]:
        lines = [line.partition("=") for line in self.cleaned_data["languages"].splitlines() if line.strip()]
        return {name.strip(): code.strip() for name, _sign, code in lines}


class LibraryChoice(forms.Form):
    """Which part of the item library is open."""

    group = forms.ChoiceField(label=_("Who answers"), choices=RespondentGroup, required=False)
    wave = forms.ChoiceField(label=_("Wave"), choices=WaveKind, required=False)


class LibraryFilter(forms.Form):
    """Search over the questionnaires of a project."""

    q = forms.CharField(label=_("Words, code or concept"), required=False, max_length=80)
    group = forms.ChoiceField(
        label=_("Who answers"), choices=[("", _("All")), *RespondentGroup.choices], required=False
    )
    kind = forms.ChoiceField(
        label=_("Type of question"), choices=[("", _("All")), *QuestionType.choices], required=False
    )
    state = forms.ChoiceField(label=_("State"), choices=[("", _("All")), *VersionState.choices], required=False)
