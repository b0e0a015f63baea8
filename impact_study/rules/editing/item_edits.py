"""Items put into a document, taken out, moved."""

from __future__ import annotations

from copy import deepcopy

from impact_study.rules.editing.documents import Document, Part
from impact_study.rules.editing.page_edits import page_named


def with_item(document: Document, item: Part, *, page: str) -> Document:
    """The item put in its place, or at the end of a page if it is new there."""
    changed = deepcopy(document)
    for place in changed["pages"]:
        here = [one["code"] for one in place["items"]]
        if item["code"] in here:
            if place["code"] == page:
                place["items"][here.index(item["code"])] = item
                return changed
            del place["items"][here.index(item["code"])]
    page_named(changed, page)["items"].append(item)
    return changed


def without_item(document: Document, code: str) -> Document:
    changed = deepcopy(document)
    for page in changed["pages"]:
        page["items"] = [item for item in page["items"] if item["code"] != code]
    return changed


def with_item_moved(document: Document, code: str, *, down: bool) -> Document:
    """One place up or down; beyond the edge of its page it goes to the next one."""
    changed = deepcopy(document)
    pages = changed["pages"]
    for number, page in enumerate(pages):
        for place, item in enumerate(page["items"]):
            if item["code"] != code:
                continue
            target, other = (place + 1, number + 1) if down else (place - 1, number - 1)
            if 0 <= target < len(page["items"]):
                page["items"][place], page["items"][target] = page["items"][target], item
            elif 0 <= other < len(pages):
                del page["items"][place]
                pages[other]["items"].insert(0 if down else len(pages[other]["items"]), item)
            return changed
    return changed
