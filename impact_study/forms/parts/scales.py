"""What an author says about a scale."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from impact_study.forms.items import question_choices
from impact_study.forms.parts.base import PartForm, plain
from impact_study.rules.editing import Document, Part


class ScaleForm(PartForm):
    """Items that make one score."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=200, required=False)
    items = forms.MultipleChoiceField(label=gettext_lazy("Items"), widget=forms.CheckboxSelectMultiple)
    reversed = forms.MultipleChoiceField(
        label=gettext_lazy("Of these, reversed"), widget=forms.CheckboxSelectMultiple, required=False
    )
    low = forms.FloatField(label=gettext_lazy("Least value"), initial=1)
    high = forms.FloatField(label=gettext_lazy("Greatest value"), initial=5)
    rule = forms.ChoiceField(
        label=gettext_lazy("Score"), choices=[("mean", gettext_lazy("Mean")), ("sum", gettext_lazy("Sum"))]
    )
    minimum_share = forms.FloatField(
        label=gettext_lazy("Least share of answered items"), initial=0.8, min_value=0.01, max_value=1
    )
    title_key = "scale.{code}"

    def __init__(self, *args: Any, document: Document, **kwargs: Any) -> None:
        self.taken = frozenset(scale["code"] for scale in document.get("scales", []))
        super().__init__(*args, document=document, **kwargs)
        for name in ("items", "reversed"):
            self.fields[name].choices = question_choices(document)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if set(typed.get("reversed", [])) - set(typed.get("items", [])):
            self.add_error("reversed", _("Only items of the scale can be reversed."))
        return typed

    def part(self) -> Part:
        typed = self.cleaned_data
        whole = {name: plain(typed[name]) for name in ("low", "high", "minimum_share")}
        return {
            **super().part(),
            "items": typed["items"],
            "reversed": typed["reversed"],
            "rule": typed["rule"],
            **whole,
        }
