"""What all items of a questionnaire have: a code that stays, a page, words, and when they are shown."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import ProblemsMixin
from impact_study.enums import QuestionType
from impact_study.forms.conditions import ConditionFields
from impact_study.rules.editing import Document, Part, codes_in_use, digest, items

CODE = RegexValidator(
    r"^[a-z][a-z0-9_]{0,31}$", gettext_lazy("Small letters, figures and _ only; a letter first; at most 32.")
)
NUMERIC = (QuestionType.RATING, QuestionType.NUMBER, QuestionType.INTEGER, QuestionType.COMPUTED)
TEXT = {"rows": 2}


def question_choices(document: Document) -> list[tuple[str, str]]:
    """The questions a condition may ask for, in order."""
    found = []
    for _page, item in items(document):
        found += [row["code"] for row in item.get("rows", [])]
        if item["kind"] == "question":
            found.append(item["code"])
    return [(code, code) for code in found]


def numeric_questions(document: Document) -> frozenset[str]:
    return frozenset(item["code"] for _page, item in items(document) if item.get("type") in NUMERIC)


class ItemForm(ProblemsMixin, forms.Form):
    """What all items have: a code that stays, a page, words, and when they are shown."""

    kind: ClassVar[str] = ""
    texts_of_fields: ClassVar[dict[str, str]] = {"text": ""}
    only_for: ClassVar[dict[str, str]] = {}
    """Fields that only some types have, with the name under which the stylesheet knows these types."""
    folded: tuple[str, ...] = ()
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    code = forms.CharField(
        label=gettext_lazy("Code"), validators=[CODE],
        help_text=gettext_lazy("A short name that stays: answers and exports use it."),
    )  # fmt: skip
    page = forms.ChoiceField(label=gettext_lazy("Page"))
    text = forms.CharField(label=gettext_lazy("Words"), widget=forms.Textarea({"rows": 3}))

    def __init__(
        self, *args: Any, document: Document, texts: dict[str, str], item: Part | None = None, page: str = "",
        **kwargs: Any,
    ) -> None:  # fmt: skip
        self.document, self.texts, self.item = document, texts, item
        kwargs["initial"] = {**self.known(page), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.fields["page"].choices = [  # type: ignore[attr-defined]
            (one["code"], texts.get(one.get("title", ""), "") or one["code"]) for one in document["pages"]
        ]
        if item is not None:
            del self.fields["code"]
        if "choices" in self.fields:
            lists = [(one["code"], self._list_name(one)) for one in document.get("choice_lists", [])]
            self.fields["choices"].choices = [("", "–"), *lists]  # type: ignore[attr-defined]
        self.shown_when = ConditionFields("relevant", question_choices(document), (item or {}).get("relevant"))
        self.shown_when.add_to(self)

    def _list_name(self, listed: Part) -> str:
        said = [self.texts.get(choice["text"], "") or choice["code"] for choice in listed["choices"][:3]]
        return f"{listed['code']}: {', '.join(said)}{' …' if len(listed['choices']) > 3 else ''}"

    def known(self, page: str) -> dict[str, Any]:
        if self.item is None:
            return {"page": page}
        known = {name: value for name, value in self.item.items() if name not in ("relevant", "constraint", "rows")}
        known |= {name: self.texts.get(self.item.get(name, ""), "") for name in self.texts_of_fields}
        place = next(one["code"] for one, item in items(self.document) if item["code"] == self.item["code"])
        return {**known, "page": place, "seen": digest(self.item, self.texts)}

    def clean_code(self) -> str:
        code = str(self.cleaned_data["code"])
        if code in codes_in_use(self.document):
            raise forms.ValidationError(_("Another item has this code."))
        return code

    @property
    def is_unfolded(self) -> bool:
        """Whether the fields that are folded away say something, or something is wrong."""
        return bool(self.errors) or any(self[name].value() for name in self.folded)

    @property
    def item_code(self) -> str:
        return str(self.item["code"]) if self.item else str(self.cleaned_data["code"])

    @property
    def numbers(self) -> frozenset[str]:
        return numeric_questions(self.document)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        self.relevant = self.shown_when.read(self, numbers=self.numbers)
        return typed

    def key(self, name: str) -> str:
        """The key of a text: the one it has, or one made from the item's code."""
        known = (self.item or {}).get(name)
        return str(known or f"q.{self.item_code}{self.texts_of_fields[name]}")

    def written(self) -> dict[str, str]:
        """The texts as typed, by key; an empty one has no key."""
        return {self.key(name): self.cleaned_data[name] for name in self.texts_of_fields if self.cleaned_data[name]}

    def part(self) -> Part:
        """The item as it stands in the document; what the form does not ask stays as it was."""
        part = dict(self.item or {"kind": self.kind, "code": self.item_code})
        for name in self.texts_of_fields:
            put(part, name, self.key(name) if self.cleaned_data[name] else None)
        put(part, "relevant", self.relevant)
        return part


def put(part: Part, name: str, value: object) -> None:
    """Write a fact, or leave it out where it says nothing."""
    if value in (None, "", False, [], ()):
        part.pop(name, None)
    else:
        part[name] = value


class WordsForm(ItemForm):
    """Words between questions."""

    kind = "text"
