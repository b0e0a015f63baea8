"""Step three of an import: what only a person can settle, and cells put right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import DayInput, ProblemsMixin
from network.countries import choices as country_choices
from network.models import Category, ImportBatch, Occasion, Organisation
from network.rules.importing.wording import CHOICES, choice_text, question_text


class QuestionsForm(ProblemsMixin, forms.Form):
    """Step three: what only a person can settle, once each, with what is proposed."""

    def __init__(self, *args: Any, batch: ImportBatch, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.keys: dict[str, str] = {}
        words = _choice_words(batch)
        for number, question in enumerate(batch.questions):
            name = f"q{number}"
            self.keys[name] = question["key"]
            self.fields[name] = _field(question, batch, words)

    def answers(self) -> dict[str, str]:
        """By the key of the question."""
        given = {self.keys[name]: value for name, value in self.cleaned_data.items()}
        return {key: str(getattr(value, "pk", value)) for key, value in given.items()}


def _choice_words(batch: ImportBatch) -> dict[str, Any]:
    """Words for choices that are no plain ones: categories and organisations."""
    words: dict[str, Any] = dict(CHOICES)
    words |= {category.code: str(category) for category in Category.objects.in_project(batch.project)}
    refs = {choice for question in batch.questions for choice in question["choices"] if ":" in choice}
    ids = [int(ref.split(":")[1]) for ref in refs if ref.startswith("organisation:")]
    words |= {f"organisation:{pk}": one.name for pk, one in Organisation.objects.in_bulk(ids).items()}
    return words


def _field(question: Mapping[str, Any], batch: ImportBatch, words: Mapping[str, Any]) -> forms.Field:
    label = question_text(question)
    more: dict[str, Any] = {"label": label, "help_text": _rows_words(question)}
    if question["kind"] == "country":
        choices = [("", _("Choose a country")), *country_choices()]
        return forms.ChoiceField(choices=choices, initial=question["proposed"], **more)
    if question["kind"] == "occasion":
        return forms.ModelChoiceField(Occasion.objects.in_project(batch.project), **more)
    if question["kind"] == "held_on":
        return forms.DateField(widget=DayInput(), **more)
    if question["kind"] == "header":
        return forms.IntegerField(min_value=0, initial=question["proposed"], **more)
    choices = [(choice, choice_text(choice, words)) for choice in question["choices"]]
    return forms.ChoiceField(choices=choices, initial=question["proposed"], widget=forms.RadioSelect, **more)


def _rows_words(question: Mapping[str, Any]) -> Any:
    if not question["rows"]:
        return ""
    shown = ", ".join(question["rows"][:8]) + (" …" if question["count"] > 8 else "")
    return _("Rows: %(rows)s") % {"rows": shown}


class CellForm(forms.Form):
    """One cell put right in place."""

    row = forms.IntegerField(widget=forms.HiddenInput)
    letters = forms.CharField(max_length=3, widget=forms.HiddenInput)
    text = forms.CharField(max_length=600, required=False)
