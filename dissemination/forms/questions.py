"""An event's own questions, as the organiser types them: a set of small forms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from dissemination.enums import QuestionKind
from dissemination.rules.questions import Question


class QuestionForm(forms.Form):
    """One question in each language of the project; answers to choose from a line each, in every language alike."""

    key = forms.CharField(widget=forms.HiddenInput, required=False)
    kind = forms.ChoiceField(label=_("Kind of answer"), choices=QuestionKind)
    required = forms.BooleanField(label=_("Has to be answered"), required=False)

    def __init__(self, *args: Any, languages: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.languages_told = list(languages)
        self.empty_permitted = True
        names = dict(settings.LANGUAGES)
        for code in self.languages_told:
            self.fields[f"label_{code}"] = forms.CharField(
                label=_("Question (%s)") % names.get(code, code), max_length=300, required=False
            )
            self.fields[f"options_{code}"] = forms.CharField(
                label=_("Answers to choose from (%s)") % names.get(code, code), required=False,
                widget=forms.Textarea(attrs={"rows": 3}), help_text=_("One a line."),
            )  # fmt: skip

    def question(self, number: int) -> Question | None:
        """What was typed; None for a form that was left or made empty."""
        typed = self.cleaned_data
        label = {code: typed[f"label_{code}"] for code in self.languages_told if typed.get(f"label_{code}")}
        if not label:
            return None
        lines = {code: typed[f"options_{code}"].splitlines() for code in self.languages_told}
        rows = max((len(found) for found in lines.values()), default=0)
        options = [
            {
                "key": f"o{place}",
                "label": {code: found[place].strip() for code, found in lines.items() if place < len(found)},
            }
            for place in range(rows)
        ]
        return {
            "key": typed.get("key") or f"question_{number}", "kind": typed["kind"], "label": label,
            "required": typed["required"], "options": options,
        }  # fmt: skip


QuestionForms = forms.formset_factory(QuestionForm, extra=2, max_num=20)


def typed_questions(filled: Any) -> list[Question]:
    """The questions of the set, each with a key of its own that it keeps."""
    taken = {form.cleaned_data.get("key") for form in filled}
    found: list[Question] = []
    number = 0
    for form in filled:
        number += 1
        while f"question_{number}" in taken and not form.cleaned_data.get("key"):
            number += 1
        if form.cleaned_data and (question := form.question(number)):
            found.append(question)
    return found


def initial_questions(questions: Sequence[Question], languages: Sequence[str]) -> list[dict[str, Any]]:
    return [
        {
            "key": question["key"], "kind": question["kind"], "required": question["required"],
            **{f"label_{code}": question["label"].get(code, "") for code in languages},
            **{
                f"options_{code}": "\n".join(option["label"].get(code, "") for option in question.get("options", ()))
                for code in languages
            },
        }
        for question in questions
    ]  # fmt: skip
