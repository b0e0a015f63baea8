"""What an author says about a list of choices."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from impact_study.enums import Missing
from impact_study.forms.items import put
from impact_study.forms.parts.base import PartForm, plain
from impact_study.rules.editing import Document, Part

MISSING = (("", "–"), *(one for one in Missing.choices if one[0] != Missing.NOT_SHOWN))


class ChoiceRow(forms.Form):
    """A row of the table in which a list is typed."""

    code = forms.RegexField(r"^[a-z0-9][a-z0-9_]{0,31}$", label=gettext_lazy("Code"))
    text = forms.CharField(label=gettext_lazy("Words"), max_length=500)
    value = forms.FloatField(label=gettext_lazy("Value"), required=False)
    exclusive = forms.BooleanField(label=gettext_lazy("Stands alone"), required=False)
    missing = forms.ChoiceField(label=gettext_lazy("Reason for no answer"), choices=MISSING, required=False)

    @property
    def in_order(self) -> list[forms.BoundField]:
        """As the columns of the table: the place first, deleting last."""
        return [self[name] for name in ("ORDER", "code", "text", "value", "exclusive", "missing", "DELETE")]


class ChoiceRows(forms.BaseFormSet):  # type: ignore[type-arg]
    """The choices of a list in order; a code stands once."""

    def clean(self) -> None:
        codes = [form.cleaned_data.get("code") for form in self.kept]
        if len(codes) != len(set(codes)):
            raise forms.ValidationError(_("A code stands twice in the list."))
        if not codes:
            raise forms.ValidationError(_("A list has at least one choice."))

    @property
    def kept(self) -> list[forms.Form]:
        """The rows that stay, in the order typed."""
        rows = [form for form in self.forms if form.has_changed() or form.initial]
        staying = [form for form in rows if not form.cleaned_data.get("DELETE") and form.cleaned_data.get("code")]
        return sorted(staying, key=lambda form: form.cleaned_data.get("ORDER") or 10_000)


ChoiceFormSet = forms.formset_factory(
    ChoiceRow, formset=ChoiceRows, extra=4, can_order=True, can_delete=True, max_num=200
)


class ListForm(PartForm):
    """A list of choices; its rows are a formset of their own."""

    def __init__(self, *args: Any, document: Document, part: Part | None = None, **kwargs: Any) -> None:
        self.taken = frozenset(one["code"] for one in document.get("choice_lists", []))
        super().__init__(*args, document=document, part=part, **kwargs)
        texts = kwargs.get("texts", {})
        rows = [{**one, "text": texts.get(one["text"], "")} for one in (part or {}).get("choices", [])]
        self.rows: ChoiceRows = ChoiceFormSet(args[0] if args else None, prefix="choice", initial=rows)  # type: ignore[assignment]

    def is_valid(self) -> bool:
        return super().is_valid() & self.rows.is_valid()

    def _choices(self) -> list[tuple[Part, str]]:
        known = {one["code"]: one for one in (self.given or {}).get("choices", [])}
        found = []
        for form in self.rows.kept:
            typed = form.cleaned_data
            part = dict(
                known.get(typed["code"], {"code": typed["code"], "text": f"list.{self.part_code}.{typed['code']}"})
            )
            for name in ("value", "exclusive", "missing"):
                put(part, name, typed[name])
            if typed["value"] is not None:
                part["value"] = plain(typed["value"])
            found.append((part, typed["text"]))
        return found

    def written(self) -> dict[str, str]:
        return {part["text"]: text for part, text in self._choices()}

    def part(self) -> Part:
        return {"code": self.part_code, "choices": [part for part, _text in self._choices()]}
