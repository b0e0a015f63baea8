"""A condition as a sentence that its author can check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from impact_study.rules.logic.trees import is_call

if TYPE_CHECKING:
    from impact_study.rules.definition import Definition

LONGEST = 90
SENTENCES = {
    "=": gettext_lazy("%(a)s is %(b)s"),
    "!=": gettext_lazy("%(a)s is not %(b)s"),
    "<": gettext_lazy("%(a)s is less than %(b)s"),
    "<=": gettext_lazy("%(a)s is at most %(b)s"),
    ">": gettext_lazy("%(a)s is more than %(b)s"),
    ">=": gettext_lazy("%(a)s is at least %(b)s"),
    "in": gettext_lazy("%(a)s is one of: %(b)s"),
    "selected": gettext_lazy("%(b)s is chosen in %(a)s"),
    "count_selected": gettext_lazy("the number of choices in %(a)s"),
    "is_missing": gettext_lazy("%(a)s has no answer"),
    "if": gettext_lazy("(if %(a)s, then %(b)s, else %(c)s)"),
    "length": gettext_lazy("the length of %(a)s"),
    "matches": gettext_lazy("%(a)s has the form %(b)s"),
    "today": gettext_lazy("today"),
}
JOINED = {
    "and": gettext_lazy(" and "),
    "or": gettext_lazy(" or "),
    "coalesce": gettext_lazy(", or if that has no answer "),
    "list": ", ",
    "+": " + ",
    "-": " − ",
    "*": " × ",
    "/": " ÷ ",
}
NAMED = {"min": gettext_lazy("the least of %(parts)s"), "max": gettext_lazy("the greatest of %(parts)s")}
DIFFERENCES = {
    "days": gettext_lazy("the days from %(b)s to %(a)s"),
    "months": gettext_lazy("the whole months from %(b)s to %(a)s"),
    "years": gettext_lazy("the whole years from %(b)s to %(a)s"),
}


def in_words(tree: object, definition: Definition, texts: Mapping[str, str]) -> str:
    """The tree in the language in force, with the questions' own texts; empty where there is no condition."""
    return "" if tree is None else _Teller(definition, texts).tell(tree)


@dataclass(frozen=True)
class _Teller:
    definition: Definition
    texts: Mapping[str, str]

    def tell(self, tree: object, among: str = "") -> str:
        if not is_call(tree):
            return self.literal(tree, among)
        name, parts = tree[0], list(tree[1:])
        if name == "q":
            return self.question(str(parts[0]) if parts else "")
        if name == "not":
            return _("not (%(a)s)") % {"a": self.tell(parts[0]) if parts else ""}
        if name == "date_diff":
            unit = parts[2] if len(parts) > 2 else "days"
            return str(DIFFERENCES.get(str(unit), DIFFERENCES["days"])) % self.named(parts[:2], "")
        return self.call(name, parts)

    def call(self, name: str, parts: list[object]) -> str:
        among = self.list_of(parts)
        if name in JOINED:
            return str(JOINED[name]).join(self.part(name, part, among) for part in parts)
        if name in NAMED:
            return str(NAMED[name]) % {"parts": ", ".join(self.tell(part) for part in parts)}
        if name in SENTENCES:
            return str(SENTENCES[name]) % self.named(parts, among)
        return f"{name}({', '.join(self.tell(part) for part in parts)})"

    def named(self, parts: list[object], among: str) -> dict[str, str]:
        told = [self.tell_among(part, among) for part in parts]
        return dict(zip("abc", [*told, "…", "…", "…"], strict=False))

    def tell_among(self, part: object, among: str) -> str:
        if is_call(part) and part[0] == "list":
            return ", ".join(self.tell(one, among) for one in part[1:])
        return self.tell(part, among)

    def part(self, name: str, part: object, among: str) -> str:
        """A sentence within another of a different kind stands in brackets."""
        told = self.tell(part, among)
        inner = part[0] if is_call(part) else ""
        return f"({told})" if inner in JOINED and inner not in (name, "list") else told

    def list_of(self, parts: list[object]) -> str:
        """The list of choices that literals beside a question belong to."""
        for part in parts:
            if is_call(part) and part[0] == "q" and len(part) == 2:
                asked = self.definition.by_code.get(str(part[1]))
                return asked.choices if asked else ""
        return ""

    def question(self, code: str) -> str:
        asked = self.definition.by_code.get(code)
        return f"“{shortened(self.texts.get(asked.text, '') or code) if asked else code}”"

    def literal(self, value: object, among: str) -> str:
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if value is None:
            return _("nothing")
        for choice in self.definition.lists.get(among, ()):
            if choice.code == value:
                return f"“{shortened(self.texts.get(choice.text, '') or choice.code)}”"
        return f"“{value}”" if isinstance(value, str) else f"{value:g}" if isinstance(value, (int, float)) else "…"


def shortened(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
