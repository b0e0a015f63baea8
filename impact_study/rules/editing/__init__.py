"""Changes of a questionnaire's document: a document in, a new one out. Texts stand in it as keys."""

from __future__ import annotations

from impact_study.rules.editing.digests import digest
from impact_study.rules.editing.documents import (
    Document,
    Part,
    codes_in_use,
    empty_document,
    items,
    part_of,
    plain_code,
    with_meta,
)
from impact_study.rules.editing.item_edits import with_item, with_item_moved, without_item
from impact_study.rules.editing.named_parts import with_named_part, without_named_part
from impact_study.rules.editing.narrowing import narrowed
from impact_study.rules.editing.page_edits import with_page, with_page_moved, without_page

__all__ = [
    "Document",
    "Part",
    "codes_in_use",
    "digest",
    "empty_document",
    "items",
    "narrowed",
    "part_of",
    "plain_code",
    "with_item",
    "with_item_moved",
    "with_meta",
    "with_named_part",
    "with_page",
    "with_page_moved",
    "without_item",
    "without_named_part",
    "without_page",
]
