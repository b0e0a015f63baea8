"""A part of a questionnaire with a code that stays and a title."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import ProblemsMixin
from impact_study.forms.items import CODE, put
from impact_study.rules.editing import Document, Part, digest


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


def plain(value: float) -> float:
    return int(value) if float(value).is_integer() else value
