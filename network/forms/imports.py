"""What people choose while a sheet comes in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import ProblemsMixin
from network.countries import choices as country_choices
from network.enums import ImportKind, OccasionKind
from network.forms.records import DayInput, PartnerChoice
from network.models import Category, ImportBatch, Occasion, Organisation, Project
from network.rules.columns import FIELDS_OF
from network.rules.importing.labels import FIELD_LABELS
from network.rules.importing.wording import CHOICES, choice_text, question_text
from network.scope import Asker

LEAVE_OUT = "-"


class SheetForm(ProblemsMixin, forms.Form):
    """Step one."""

    partner = PartnerChoice()
    kind = forms.ChoiceField(label=_("What does the sheet list?"), choices=ImportKind, initial=ImportKind.ATTENDANCE)
    file = forms.FileField(
        label=_("Sheet"),
        help_text=_("CSV, Excel (.xlsx, .xls) or OpenDocument (.ods). It is kept as it is, with its checksum."),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.txt,.xlsx,.xls,.ods"}),
    )
    occasion = forms.ModelChoiceField(
        Occasion.objects.none(),
        label=_("Occasion"),
        required=False,
        help_text=_("For attendance: what the people took part in."),
    )
    occasion_title = forms.CharField(label=_("Or a new occasion"), max_length=300, required=False)
    occasion_day = forms.DateField(label=_("Held on"), required=False, widget=DayInput())
    category = forms.ModelChoiceField(
        Category.objects.none(),
        label=_("Category of rows without a function"),
        required=False,
        to_field_name="code",
    )

    def __init__(self, *args: Any, project: Project, user: Asker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partner"].narrow(project, user)  # type: ignore[attr-defined]
        self.fields["occasion"].queryset = Occasion.objects.in_project(project)  # type: ignore[attr-defined]
        self.fields["category"].queryset = Category.objects.in_project(project)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if typed.get("kind") == ImportKind.ATTENDANCE and not typed.get("occasion") and not typed.get("occasion_title"):
            self.add_error("occasion", _("Choose an occasion, or give the title of a new one."))
        if typed.get("occasion_title") and not typed.get("occasion_day"):
            self.add_error("occasion_day", _("When was it held?"))
        return typed

    def new_occasion(self) -> dict[str, Any] | None:
        """What a new occasion is made of, if one is asked for."""
        typed = self.cleaned_data
        if typed["kind"] != ImportKind.ATTENDANCE or typed["occasion"] or not typed["occasion_title"]:
            return None
        return {
            "kind": OccasionKind.EVENT,
            "title": typed["occasion_title"],
            "held_on": typed["occasion_day"],
            "partner": typed["partner"],
            "country": typed["partner"].organisation.country,
        }


class ColumnsForm(ProblemsMixin, forms.Form):
    """Step two: a field for each column, and how a text file is to be read."""

    def __init__(self, *args: Any, batch: ImportBatch, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields = sorted(FIELDS_OF[batch.kind], key=lambda name: str(FIELD_LABELS[name]))
        choices = [(LEAVE_OUT, _("Leave out")), *((name, FIELD_LABELS[name]) for name in fields)]
        for column in batch.columns:
            index = str(column["index"])
            self.fields[index] = forms.ChoiceField(
                label=f"{column['letters']} · {column['header']}" if column["header"] else column["letters"],
                choices=choices,
                initial=batch.mapping.get(index, LEAVE_OUT),
                help_text=" · ".join(sample[:40] for sample in column["samples"][:3]),
            )

    def mapping(self) -> dict[str, str]:
        return {index: field for index, field in self.cleaned_data.items() if field != LEAVE_OUT}


class ReadingForm(forms.Form):
    """How the file was read, where a person knows better."""

    sheet = forms.ChoiceField(label=_("Tab"), required=False)
    header = forms.IntegerField(
        label=_("Row of the headings"), required=False, min_value=0, help_text=_("0: there is none.")
    )
    encoding = forms.ChoiceField(
        label=_("Encoding"),
        required=False,
        choices=[
            ("", _("As found")),
            *((name, name) for name in ("utf-8", "utf-16", "cp1250", "cp1252", "iso8859_2", "iso8859_15", "cp852")),
        ],
    )
    delimiter = forms.ChoiceField(
        label=_("Cells are divided by"),
        required=False,
        choices=[
            ("", _("As found")),
            (";", _("Semicolon")),
            (",", _("Comma")),
            ("\t", _("Tab stop")),
            ("|", _("Upright line")),
        ],
    )

    def __init__(self, *args: Any, batch: ImportBatch, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tabs = [tab for tab in batch.counts["file"]["tabs"] if tab]
        self.fields["sheet"].choices = [("", _("As found")), *((tab, tab) for tab in tabs)]  # type: ignore[attr-defined]
        self.fields["header"].initial = batch.header_row
        left_out = ("encoding", "delimiter") if not batch.encoding else ("sheet",)
        for name in left_out:
            del self.fields[name]


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
