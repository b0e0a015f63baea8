"""What an author says about a page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from impact_study.forms.conditions import ConditionFields
from impact_study.forms.items import numeric_questions, put, question_choices
from impact_study.forms.parts.base import PartForm
from impact_study.rules.editing import Document, Part


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
