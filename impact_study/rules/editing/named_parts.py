"""Lists of choices and scales put into a document and taken out."""

from __future__ import annotations

from copy import deepcopy

from django.utils.translation import gettext as _

from core.problems import Problem, ProblemsFound
from impact_study.rules.editing.documents import NAMED_PARTS, Document, Part, items


def with_named_part(document: Document, kind: str, part: Part) -> Document:
    """A list of choices or a scale put in its place, or added."""
    changed = deepcopy(document)
    parts = changed.setdefault(NAMED_PARTS[kind], [])
    for place, known in enumerate(parts):
        if known["code"] == part["code"]:
            parts[place] = part
            return changed
    parts.append(part)
    return changed


def without_named_part(document: Document, kind: str, code: str) -> Document:
    """A list goes only when nothing uses it any more."""
    if kind == "list" and any(item.get("choices") == code for _page, item in items(document)):
        raise ProblemsFound([Problem("list_in_use", _("Questions still use this list. Give them another one first."))])
    changed = deepcopy(document)
    changed[NAMED_PARTS[kind]] = [part for part in changed.get(NAMED_PARTS[kind], []) if part["code"] != code]
    return changed
