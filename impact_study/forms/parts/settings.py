"""What an author says about the questionnaire itself."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from impact_study.forms.languages import language_choices
from impact_study.forms.parts.base import PartForm
from impact_study.rules.editing import Part


class SettingsForm(PartForm):
    """Title and languages of the questionnaire."""

    title = forms.CharField(label=gettext_lazy("Title respondents see"), max_length=200)
    languages = forms.MultipleChoiceField(label=gettext_lazy("Languages"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["languages"].choices = language_choices()  # type: ignore[attr-defined]

    def clean_languages(self) -> list[str]:
        base = self.document["meta"]["base_language"]
        return [base, *(code for code in self.cleaned_data["languages"] if code != base)]

    def part(self) -> Part:
        return {"title": self.key, "languages": self.cleaned_data["languages"]}
