"""A document with some of its questions only."""

from __future__ import annotations

from copy import deepcopy

from impact_study.rules.editing.documents import Document, Part, items
from impact_study.rules.logic.trees import references


def narrowed(document: Document, wanted: set[str]) -> Document:
    """Only the questions with these codes: empty tables, pages, lists and scales go with the others.

    A condition on a question that is not asked any more goes too: the item is then shown to all.
    """
    changed = deepcopy(document)
    for page in changed["pages"]:
        for item in page["items"]:
            if item["kind"] == "matrix":
                item["rows"] = [row for row in item["rows"] if row["code"] in wanted]
        page["items"] = [item for item in page["items"] if _stays(item, wanted)]
    changed["pages"] = [page for page in changed["pages"] if page["items"]] or [
        {**changed["pages"][0], "items": []} if changed["pages"] else {}
    ]
    for part in [*changed["pages"], *(row for _page, item in items(changed) for row in [item, *item.get("rows", [])])]:
        for name in ("relevant", "constraint"):
            if set(references(part.get(name))) - wanted:
                del part[name]
    used = {item.get("choices") for _page, item in items(changed)}
    changed["choice_lists"] = [one for one in changed.get("choice_lists", []) if one["code"] in used]
    changed["scales"] = [scale for scale in changed.get("scales", []) if set(scale["items"]) <= wanted]
    return changed


def _stays(item: Part, wanted: set[str]) -> bool:
    if item["kind"] == "matrix":
        return bool(item["rows"])
    return item["kind"] == "text" or item["code"] in wanted
