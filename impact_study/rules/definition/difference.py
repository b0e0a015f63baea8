"""What changed from one version to the next, readable: what came, went, moved, and changed, with both texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from impact_study.rules.definition.definition import Definition
from impact_study.rules.definition.moves import moved_parts
from impact_study.rules.definition.parts import Choice, Page
from impact_study.rules.definition.sides import TEXTS, Side
from impact_study.rules.definition.writing import NAMES

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


def difference(
    old: Definition, new: Definition, old_texts: Mapping[str, str], new_texts: Mapping[str, str]
) -> list[Change]:
    """All changes, in the order of the new version; what went stands at the end."""
    before, after = Side(old, old_texts), Side(new, new_texts)
    was, now = before.parts(), after.parts()
    moved = moved_parts(before, after)
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


def _whole(before: Side, after: Side) -> Iterator[Change]:
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


def _changed(name: str, was: Any, now: Any, before: Side, after: Side) -> Iterator[Change]:
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
