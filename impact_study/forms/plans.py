"""What is chosen while a plan is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import ProblemsMixin
from impact_study.enums import WaveKind
from impact_study.rules.plan import BlockKind
from impact_study.rules.result_names import Names
from impact_study.rules.result_words import KINDS
from network.enums import RespondentGroup

COLUMNS = (
    ("", "–"), ("country", _("Country")), ("partner", _("Partner")), ("group", _("Who answers")),
    ("language", _("Language")),
)  # fmt: skip


class BlockForm(ProblemsMixin, forms.Form):
    """One more question that is put to the data."""

    code = forms.SlugField(
        label=_("Code"), help_text=_("Small letters, digits and _, for example confidence_by_country")
    )
    kind = forms.ChoiceField(
        label=_("What is computed"), choices=[(kind.value, KINDS[kind.value]) for kind in BlockKind]
    )
    variables = forms.MultipleChoiceField(label=_("Questions and scales"), required=False)
    groups = forms.MultipleChoiceField(
        label=_("Who answers"), required=False, choices=RespondentGroup, widget=forms.CheckboxSelectMultiple()
    )
    waves = forms.MultipleChoiceField(
        label=_("Waves"), required=False, choices=WaveKind, widget=forms.CheckboxSelectMultiple()
    )
    by = forms.ChoiceField(label=_("Groups compared by"), required=False, choices=COLUMNS)
    breakdowns = forms.MultipleChoiceField(
        label=_("Shown again by"), required=False, choices=COLUMNS[1:], widget=forms.CheckboxSelectMultiple()
    )
    exploratory = forms.BooleanField(
        label=_("Exploratory"),
        required=False,
        help_text=_("Looked at without a promise made beforehand, and marked so."),
    )
    reason = forms.CharField(
        label=_("Why the plan is changed"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Needed once the study is closed: the change is printed as a deviation."),
    )  # fmt: skip

    def __init__(self, *args: Any, book: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = Names(book)
        entries = [*book["scales"], *book["variables"]]
        self.fields["variables"].choices = [  # type: ignore[attr-defined]
            (entry["column"], f"{entry['column']} · {names.variable(entry['column'])}") for entry in entries
        ]

    def block(self) -> dict[str, Any]:
        """As the plan keeps it."""
        return {name: value for name, value in self.cleaned_data.items() if name != "reason" and value}


class RemovalForm(ProblemsMixin, forms.Form):
    """Which block goes, and why."""

    block = forms.CharField(widget=forms.HiddenInput())
    reason = forms.CharField(label=_("Why the plan is changed"), required=False, max_length=500)
