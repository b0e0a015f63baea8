"""What an author says about one question."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from impact_study.enums import FileKind, QuestionType, Required
from impact_study.forms.conditions import ConditionFields
from impact_study.forms.items.base import NUMERIC, TEXT, ItemForm, put, question_choices
from impact_study.forms.items.matrix import MATRIX_TYPES
from impact_study.rules.editing import Part

TYPES = [one for one in QuestionType.choices if one[0] not in MATRIX_TYPES]
ROLES = (
    ("", "–"),
    ("filter", gettext_lazy("Tells groups apart")),
    ("item", gettext_lazy("Item of a scale")),
    ("outcome", gettext_lazy("Outcome of its own")),
)


class QuestionForm(ItemForm):
    kind = "question"
    texts_of_fields = {
        "text": "",
        "help": ".help",
        "low_label": ".low",
        "high_label": ".high",
        "constraint_message": ".constraint",
    }
    PLAIN = ("choices", "required", "default", "other", "concept", "personal_data", "low", "high", "step",
             "max_length", "scale_role", "file_kinds", "max_files", "max_megabytes")  # fmt: skip
    field_order = ("code", "page", "text", "help", "type", "choices", "other", "low", "high", "step", "low_label",
                   "high_label", "max_length", "file_kinds", "max_files", "max_megabytes", "required",
                   "personal_data")  # fmt: skip
    only_for = {
        "choices": "choices", "other": "other", "low": "numbers", "high": "numbers", "step": "numbers",
        "low_label": "ends", "high_label": "ends", "max_length": "words",
        "file_kinds": "files", "max_files": "files", "max_megabytes": "files",
    }  # fmt: skip
    folded = ("default", "concept", "scale_role", "tags")

    type = forms.ChoiceField(label=gettext_lazy("Type"), choices=TYPES)
    help = forms.CharField(label=gettext_lazy("Help"), widget=forms.Textarea(TEXT), required=False)
    choices = forms.ChoiceField(label=gettext_lazy("List of choices"), required=False)
    other = forms.BooleanField(label=gettext_lazy("“Other” asks for words"), required=False)
    required = forms.ChoiceField(label=gettext_lazy("Must it be answered?"), choices=Required, initial=Required.SOFT)
    personal_data = forms.BooleanField(
        label=gettext_lazy("Personal"), required=False,
        help_text=gettext_lazy("Then “I prefer not to answer” is always offered."),
    )  # fmt: skip
    low = forms.FloatField(label=gettext_lazy("Least value"), required=False)
    high = forms.FloatField(label=gettext_lazy("Greatest value"), required=False)
    step = forms.FloatField(label=gettext_lazy("Step"), required=False, min_value=0)
    low_label = forms.CharField(label=gettext_lazy("Words at the least value"), max_length=100, required=False)
    high_label = forms.CharField(label=gettext_lazy("Words at the greatest value"), max_length=100, required=False)
    max_length = forms.IntegerField(label=gettext_lazy("Longest text"), required=False, min_value=1, max_value=10_000)
    file_kinds = forms.MultipleChoiceField(
        label=gettext_lazy("Kinds of files"), choices=FileKind, widget=forms.CheckboxSelectMultiple, required=False,
        help_text=gettext_lazy("PDF, Word, OpenDocument, Excel and text; JPEG and PNG. With neither ticked, both."),
    )  # fmt: skip
    max_files = forms.IntegerField(
        label=gettext_lazy("Most files"), required=False, min_value=1, max_value=5,
        help_text=gettext_lazy("Left empty: one."),
    )  # fmt: skip
    max_megabytes = forms.IntegerField(
        label=gettext_lazy("Largest file in MB"), required=False, min_value=1, max_value=25,
        help_text=gettext_lazy("Left empty: 5."),
    )  # fmt: skip
    default = forms.CharField(label=gettext_lazy("Set in advance"), max_length=200, required=False)
    concept = forms.CharField(label=gettext_lazy("What it measures"), max_length=80, required=False)
    scale_role = forms.ChoiceField(label=gettext_lazy("Role in the analysis"), choices=ROLES, required=False)
    tags = forms.CharField(
        label=gettext_lazy("Codes of frameworks"), max_length=200, required=False,
        help_text=gettext_lazy("EFQEA, EQAVET and Kirkpatrick, such as E02 Q06 L2."),
    )  # fmt: skip
    constraint_message = forms.CharField(
        label=gettext_lazy("Message when it is not accepted"), widget=forms.Textarea(TEXT), required=False
    )

    def __init__(self, *args: Any, item: Part | None = None, **kwargs: Any) -> None:
        super().__init__(*args, item=item, **kwargs)
        asked = question_choices(self.document)
        own = [] if item else [("self", _("this question"))]
        self.accepted_when = ConditionFields("constraint", own + asked, (item or {}).get("constraint"), rows=2)
        self.accepted_when.add_to(self)

    def known(self, page: str) -> dict[str, Any]:
        known = super().known(page)
        return {**known, "tags": " ".join(known.get("tags", []))} if self.item else known

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        numbers = self.numbers | ({"self"} if typed.get("type") in NUMERIC else set())
        self.constraint = self.accepted_when.read(self, numbers=numbers)
        return typed

    def part(self) -> Part:
        part = super().part()
        typed = self.cleaned_data
        part["type"] = typed["type"]
        for name in self.PLAIN:
            put(part, name, _number(typed[name]))
        if typed["required"] == Required.NONE:
            part.pop("required", None)
        put(part, "tags", typed["tags"].replace(",", " ").split())
        put(part, "constraint", _named(self.constraint, part["code"]))
        for name in ("low", "high"):  # nought is a bound like any other
            if typed[name] is not None:
                part[name] = _number(typed[name])
        return part


def _number(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _named(tree: object, code: str) -> object:
    """A condition of a new question on itself, with its code."""
    if isinstance(tree, list):
        return ["q", code] if tree == ["q", "self"] else [_named(part, code) for part in tree]
    return tree
