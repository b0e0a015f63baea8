"""What changed from one version to the next, readable: what came, went, moved, and changed, with both texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from impact_study.rules.definition.definition import Definition
from impact_study.rules.definition.parts import Choice, Item, Matrix, Page, Question, Scale, questions_of
from impact_study.rules.definition.writing import NAMES
from impact_study.rules.logic.words import in_words

TREES = {"relevant", "constraint", "calculation"}
TEXTS = {"text", "title", "help", "low_label", "high_label", "constraint_message"}
NAMED: dict[str, str | Promise] = {
    "text": gettext_lazy("text"),
    "title": gettext_lazy("title"),
    "type": gettext_lazy("type"),
    "choices": gettext_lazy("list of choices"),
    "required": gettext_lazy("must be answered"),
    "relevant": gettext_lazy("shown when"),
    "constraint": gettext_lazy("accepted when"),
    "constraint_message": gettext_lazy("message"),
    "calculation": gettext_lazy("calculation"),
    "default": gettext_lazy("set in advance"),
    "help": gettext_lazy("help"),
    "low": gettext_lazy("least value"),
    "high": gettext_lazy("greatest value"),
    "max_length": gettext_lazy("longest text"),
    "file_kinds": gettext_lazy("kinds of files"),
    "max_files": gettext_lazy("most files"),
    "max_megabytes": gettext_lazy("largest file in MB"),
    "value": gettext_lazy("value"),
    "missing": gettext_lazy("reason for no answer"),
    "items": gettext_lazy("items"),
    "reversed": gettext_lazy("reversed items"),
}


@dataclass(frozen=True)
class Change:
    """One difference: `kind` is added, removed, moved, changed or text; `before` and `after` are words."""

    kind: str
    where: str
    before: str
    after: str


@dataclass(frozen=True)
class _Side:
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


def difference(
    old: Definition, new: Definition, old_texts: Mapping[str, str], new_texts: Mapping[str, str]
) -> list[Change]:
    """All changes, in the order of the new version; what went stands at the end."""
    before, after = _Side(old, old_texts), _Side(new, new_texts)
    was, now = before.parts(), after.parts()
    moved = _moved(before, after)
    changes = [*_whole(before, after), *_orders(old, new)]
    for key, (name, part) in now.items():
        if key not in was:
            changes.append(Change("added", name, "", after.title(part)))
            continue
        if key in moved:
            changes.append(Change("moved", name, *moved[key]))
        changes += _changed(name, was[key][1], part, before, after)
    changes += (Change("removed", was[key][0], before.title(was[key][1]), "") for key in was if key not in now)
    return changes


def _whole(before: _Side, after: _Side) -> Iterator[Change]:
    """What belongs to the questionnaire as a whole: its title and languages."""
    old, new = before.definition, after.definition
    titles = before.text(old.title), after.text(new.title)
    if titles[0] != titles[1]:
        yield Change("text", _("Questionnaire, title"), *titles)
    if old.base_language != new.base_language:
        yield Change("changed", _("Questionnaire, base language"), old.base_language, new.base_language)
    if old.languages != new.languages:
        yield Change("changed", _("Questionnaire, languages"), ", ".join(old.languages), ", ".join(new.languages))


def _orders(old: Definition, new: Definition) -> Iterator[Change]:
    """Lists whose choices stand in another order, leaving aside what came and went."""
    for code, choices in new.lists.items():
        was = [choice.code for choice in old.lists.get(code, ())]
        now = [choice.code for choice in choices if choice.code in was]
        kept = [one for one in was if one in now]
        if kept != now:
            yield Change("moved", _("List %(code)s, order") % {"code": code}, ", ".join(kept), ", ".join(now))


def _changed(name: str, was: Any, now: Any, before: _Side, after: _Side) -> Iterator[Change]:
    if type(was) is not type(now):
        yield Change("changed", name, before.title(was), after.title(now))
        return
    skipped = {"code", "rows"} | ({"items"} if isinstance(now, Page) else set())
    for field in fields(now):
        if field.name in skipped or (field.name == "other" and isinstance(now, Choice)):
            continue
        first, second = getattr(was, field.name), getattr(now, field.name)
        told = before.said(field.name, first), after.said(field.name, second)
        if first != second or (field.name in TEXTS and told[0] != told[1]):
            label = NAMED.get(field.name) or NAMES.get(field.name, field.name).replace("_", " ")
            yield Change("text" if field.name in TEXTS else "changed", f"{name}, {label}", *told)


def _moved(before: _Side, after: _Side) -> dict[str, tuple[str, str]]:
    """Items on another page, or in another order among those that stayed on their page."""
    was, now = before.places(), after.places()
    found = {
        key: (_("page %(code)s") % {"code": was[key]}, _("page %(code)s") % {"code": now[key]})
        for key in now
        if key in was and was[key] != now[key]
    }
    stayed = [key for key in after.order() if key in was and key not in found]
    rank = {key: place for place, key in enumerate(key for key in before.order() if key in set(stayed))}
    kept = _longest_rising([rank[key] for key in stayed])
    for place, key in enumerate(stayed):
        if rank[key] not in kept:
            found[key] = (_place(rank[key]), _place(place))
    return found


def _place(place: int) -> str:
    return _("place %(number)d") % {"number": place + 1}


def _longest_rising(ranks: list[int]) -> set[int]:
    """The largest set of ranks that stand in order: what is not in it was moved."""
    best: list[list[int]] = []
    for rank in ranks:
        tails = [run for run in best if run[-1] < rank]
        longest: list[int] = max(tails, key=len, default=[])
        best.append([*longest, rank])
    longest_of_all: list[int] = max(best, key=len, default=[])
    return set(longest_of_all)
