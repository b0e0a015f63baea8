"""What an author says about one item of a questionnaire, one form for each kind of item."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import ProblemsMixin
from impact_study.enums import QuestionType, Required
from impact_study.forms.conditions import ConditionFields
from impact_study.rules.editing import Document, Part, codes_in_use, digest, items

CODE = RegexValidator(
    r"^[a-z][a-z0-9_]{0,31}$", gettext_lazy("Small letters, figures and _ only; a letter first; at most 32.")
)
MATRIX_TYPES = (QuestionType.MATRIX_SINGLE, QuestionType.MATRIX_MULTIPLE)
# A questionnaire that asks for files cannot be published.
TYPES = [one for one in QuestionType.choices if one[0] not in (*MATRIX_TYPES, QuestionType.FILE)]
NUMERIC = (QuestionType.RATING, QuestionType.NUMBER, QuestionType.INTEGER, QuestionType.COMPUTED)
ROLES = (
    ("", "–"),
    ("filter", gettext_lazy("Tells groups apart")),
    ("item", gettext_lazy("Item of a scale")),
    ("outcome", gettext_lazy("Outcome of its own")),
)
ROW = re.compile(r"^\s*([a-z][a-z0-9_]{0,31})\s*[:|]\s*(.+?)\s*$")
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
             "max_length", "scale_role")  # fmt: skip
    field_order = ("code", "page", "text", "help", "type", "choices", "other", "low", "high", "step", "low_label",
                   "high_label", "max_length", "required", "personal_data")  # fmt: skip
    only_for = {
        "choices": "choices", "other": "other", "low": "numbers", "high": "numbers", "step": "numbers",
        "low_label": "ends", "high_label": "ends", "max_length": "words",
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
        if (item or {}).get("type") == QuestionType.FILE:
            self.fields["type"].choices = [*TYPES, (QuestionType.FILE.value, QuestionType.FILE.label)]  # type: ignore[attr-defined]
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


class MatrixForm(ItemForm):
    """Statements under one stem that share a list of choices."""

    kind = "matrix"
    texts_of_fields = {"text": "", "help": ".help"}
    type = forms.ChoiceField(label=gettext_lazy("Type"), choices=[(one.value, one.label) for one in MATRIX_TYPES])
    help = forms.CharField(label=gettext_lazy("Help"), widget=forms.Textarea(TEXT), required=False)
    choices = forms.ChoiceField(label=gettext_lazy("List of choices"))
    required = forms.ChoiceField(label=gettext_lazy("Must it be answered?"), choices=Required, initial=Required.SOFT)
    rows = forms.CharField(
        label=gettext_lazy("Statements"), widget=forms.Textarea({"rows": 8}),
        help_text=gettext_lazy("One a line: code, colon, words. The order of the lines is the order of the page."),
    )  # fmt: skip

    def known(self, page: str) -> dict[str, Any]:
        known = super().known(page)
        if self.item is not None:
            lines = [f"{row['code']}: {self.texts.get(row['text'], '')}" for row in self.item["rows"]]
            known |= {"rows": "\n".join(lines), "required": self.item["rows"][0].get("required", Required.NONE)}
        return known

    def clean_rows(self) -> list[tuple[str, str]]:
        found, own = [], {row["code"] for row in (self.item or {}).get("rows", [])}
        taken = codes_in_use(self.document) - own
        for number, line in enumerate(filter(str.strip, self.cleaned_data["rows"].splitlines()), start=1):
            match = ROW.match(line)
            if match is None:
                raise forms.ValidationError(_("Line %(number)d is not “code: words”.") % {"number": number})
            if match[1] in taken:
                raise forms.ValidationError(_("The code %(code)s is used twice.") % {"code": match[1]})
            taken.add(match[1])
            found.append((match[1], match[2]))
        return found

    def _rows(self) -> list[Part]:
        known = {row["code"]: row for row in (self.item or {}).get("rows", [])}
        rows = []
        for code, _words in self.cleaned_data["rows"]:
            row = {"code": code, "text": f"q.{code}", **known.get(code, {})}
            put(row, "required", self.cleaned_data["required"])
            if row.get("required") == Required.NONE:
                del row["required"]
            rows.append(row)
        return rows

    def written(self) -> dict[str, str]:
        spoken = dict(self.cleaned_data["rows"])
        return {**super().written(), **{row["text"]: spoken[row["code"]] for row in self._rows()}}

    def part(self) -> Part:
        part = super().part()
        return {
            **part,
            "type": self.cleaned_data["type"],
            "choices": self.cleaned_data["choices"],
            "rows": self._rows(),
        }


FORMS: dict[str, type[ItemForm]] = {"question": QuestionForm, "matrix": MatrixForm, "text": WordsForm}
