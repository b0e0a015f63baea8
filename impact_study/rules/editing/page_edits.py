"""Pages put into a document, taken out, moved."""

from __future__ import annotations

from copy import deepcopy

from django.utils.translation import gettext as _

from core.problems import Problem, ProblemsFound
from impact_study.rules.editing.documents import Document, Part


def with_page(document: Document, page: Part) -> Document:
    """A page's own facts changed, or a new page at the end."""
    changed = deepcopy(document)
    for place, known in enumerate(changed["pages"]):
        if known["code"] == page["code"]:
            changed["pages"][place] = {**page, "items": known["items"]}
            return changed
    changed["pages"].append({**page, "items": []})
    return changed


def without_page(document: Document, code: str) -> Document:
    """Only an empty page goes, and never the last one."""
    changed = deepcopy(document)
    page = page_named(changed, code)
    if page["items"]:
        message = _("There are still items on this page. Move or delete them first.")
        raise ProblemsFound([Problem("page_not_empty", message)])
    if len(changed["pages"]) == 1:
        raise ProblemsFound([Problem("last_page", _("A questionnaire has at least one page."))])
    changed["pages"].remove(page)
    return changed


def with_page_moved(document: Document, code: str, *, down: bool) -> Document:
    changed = deepcopy(document)
    pages = changed["pages"]
    place = pages.index(page_named(changed, code))
    target = place + 1 if down else place - 1
    if 0 <= target < len(pages):
        pages[place], pages[target] = pages[target], pages[place]
    return changed


def page_named(document: Document, code: str) -> Part:
    for page in document["pages"]:
        if page["code"] == code:
            return page  # type: ignore[no-any-return]
    raise ProblemsFound([Problem("page_gone", _("This page was deleted meanwhile."), field="page")])
