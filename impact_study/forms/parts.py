"""What an author says about a page, a list of choices, a scale, and the questionnaire itself."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import ProblemsMixin
from impact_study.enums import Missing
from impact_study.forms.conditions import ConditionFields
from impact_study.forms.items import CODE, numeric_questions, put, question_choices
from impact_study.forms.languages import language_choices
from impact_study.rules.editing import Document, Part, digest

MISSING = (("", "–"), *(one for one in Missing.choices if one[0] != Missing.NOT_SHOWN))


class PartForm(ProblemsMixin, forms.Form):
    """A part with a code that stays and a title."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    code = forms.CharField(label=gettext_lazy("Code"), validators=[CODE])
    taken: frozenset[str] = frozenset()
    title_key = "{code}"

    def __init__(
        self, *args: Any, document: Document, texts: dict[str, str], part: Part | None = None, **kwargs: Any
    ) -> None:
        self.document, self.texts, self.given = document, texts, part
        if part is not None:
            kwargs["initial"] = {**self.known(part), "seen": digest(part, texts), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        if part is not None:
            del self.fields["code"]

    def known(self, part: Part) -> dict[str, Any]:
        return {**part, "title": self.texts.get(part.get("title", ""), "")}

    def clean_code(self) -> str:
        if self.cleaned_data["code"] in self.taken:
            raise forms.ValidationError(_("This code is used already."))
        return str(self.cleaned_data["code"])

    @property
    def part_code(self) -> str:
        return str(self.given["code"]) if self.given else str(self.cleaned_data["code"])

    @property
    def key(self) -> str:
        return str((self.given or {}).get("title") or self.title_key.format(code=self.part_code))

    def written(self) -> dict[str, str]:
        return {self.key: self.cleaned_data["title"]} if self.cleaned_data.get("title") else {}

    def part(self) -> Part:
        part = dict(self.given or {"code": self.part_code})
        put(part, "title", self.key if self.cleaned_data.get("title") else None)
        return part


class PageForm(PartForm):
    title = forms.CharField(label=gettext_lazy("Title"), max_length=200, required=False)
    title_key = "page.{code}"

    def __init__(self, *args: Any, document: Document, part: Part | None = None, **kwargs: Any) -> None:
        self.taken = frozenset(page["code"] for page in document["pages"])
        super().__init__(*args, document=document, part=part, **kwargs)
        self.shown_when = ConditionFields("relevant", question_choices(document), (part or {}).get("relevant"))
        self.shown_when.add_to(self)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        self.relevant = self.shown_when.read(self, numbers=numeric_questions(self.document))
        return typed

    def part(self) -> Part:
        part = super().part()
        put(part, "relevant", self.relevant)
        return part


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
        whole = {name: _plain(typed[name]) for name in ("low", "high", "minimum_share")}
        return {
            **super().part(),
            "items": typed["items"],
            "reversed": typed["reversed"],
            "rule": typed["rule"],
            **whole,
        }


def _plain(value: float) -> float:
    return int(value) if float(value).is_integer() else value


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


class ChoiceRow(forms.Form):
    """One choice of a list."""

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
                part["value"] = _plain(typed["value"])
            found.append((part, typed["text"]))
        return found

    def written(self) -> dict[str, str]:
        return {part["text"]: text for part, text in self._choices()}

    def part(self) -> Part:
        return {"code": self.part_code, "choices": [part for part, _text in self._choices()]}
