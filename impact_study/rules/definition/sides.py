"""One of two versions that are compared: its parts by keys that last, and its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from impact_study.rules.definition.definition import Definition
from impact_study.rules.definition.parts import Item, Matrix, Page, Question, Scale, questions_of
from impact_study.rules.logic.words import in_words

TREES = {"relevant", "constraint", "calculation"}
TEXTS = {"text", "title", "help", "low_label", "high_label", "constraint_message"}


@dataclass(frozen=True)
class Side:
    definition: Definition
    texts: Mapping[str, str]

    def text(self, key: str) -> str:
        return self.texts.get(key, "") or key

    def parts(self) -> dict[str, tuple[str, Any]]:
        """Every page, item, row, choice and scale by a key that lasts, with what it is called."""
        found: dict[str, tuple[str, Any]] = {}
        for page in self.definition.pages:
            found[f"page.{page.code}"] = (_("Page %(code)s") % {"code": page.code}, page)
            for item in page.items:
                found |= self._items(item)
        for listed in self.definition.choice_lists:
            for choice in listed.choices:
                name = _("List %(code)s, choice %(choice)s") % {"code": listed.code, "choice": choice.code}
                found[f"list.{listed.code}.{choice.code}"] = (name, choice)
        for scale in self.definition.scales:
            found[f"scale.{scale.code}"] = (_("Scale %(code)s") % {"code": scale.code}, scale)
        return found

    def _items(self, item: Item) -> dict[str, tuple[str, Any]]:
        named = [item] if isinstance(item, Question) else [item, *questions_of(item)]
        return {f"item.{one.code}": (_name(one), one) for one in named}

    def places(self) -> dict[str, str]:
        """The page each question stands on."""
        return {
            f"item.{one.code}": page.code
            for page in self.definition.pages
            for item in page.items
            for one in (item, *questions_of(item))
        }

    def order(self) -> list[str]:
        return list(self.places())

    def said(self, name: str, value: Any) -> str:
        if value is None or value == "":
            return "–"
        if name in TREES:
            return in_words(value, self.definition, self.texts)
        if name in TEXTS:
            return self.text(value)
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        return ", ".join(map(str, value)) if isinstance(value, tuple) else str(getattr(value, "label", value))

    def title(self, part: Any) -> str:
        return self.text(part.title if isinstance(part, (Page, Scale)) else part.text)


def _name(item: Item) -> str:
    if isinstance(item, Question):
        return _("Question %(code)s") % {"code": item.code}
    if isinstance(item, Matrix):
        return _("Table %(code)s") % {"code": item.code}
    return _("Text %(code)s") % {"code": item.code}
