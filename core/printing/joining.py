"""Pieces of one document, printed apart, as one tagged PDF."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from io import BytesIO
from typing import Any

import pikepdf

from core.printing.tags import TOPS


def join(pieces: Sequence[bytes]) -> pikepdf.Pdf:
    """The first piece with the others behind it. Its first heading is the title: it holds theirs in the outline."""
    with ExitStack() as stack:
        whole = pikepdf.open(BytesIO(pieces[0]))
        del whole.Root[f"/{TOPS}"]
        for raw in pieces[1:]:
            _append(whole, stack.enter_context(pikepdf.open(BytesIO(raw))))
        return whole


def _append(whole: pikepdf.Pdf, piece: pikepdf.Pdf) -> None:
    whole.pages.extend(piece.pages)  # first of all: whatever is copied later then points to these pages
    _join_tags(whole, piece)
    _join_outline(whole, piece)
    _join_places(whole, piece)


def _join_tags(whole: pikepdf.Pdf, piece: pikepdf.Pdf) -> None:
    known, new = whole.Root.StructTreeRoot, whole.copy_foreign(piece.Root.StructTreeRoot)
    known.ParentTree.Nums.extend(new.ParentTree.Nums)
    document = known.K[0]
    document.K.extend(new.K[0].K)
    for element in whole.copy_foreign(piece.make_indirect(piece.Root[f"/{TOPS}"])):
        element.P = document


def _join_outline(whole: pikepdf.Pdf, piece: pikepdf.Pdf) -> None:
    if "/Outlines" not in piece.Root:
        return
    outline = whole.Root.Outlines
    title, new = outline.First, whole.copy_foreign(piece.Root.Outlines)
    entry: Any = new.First
    while entry is not None:
        entry.Parent = title
        entry = entry.get("/Next")
    if "/Last" in title:
        title.Last.Next, new.First.Prev = new.First, title.Last
    else:
        title.First = new.First
    title.Last = new.Last
    title.Count += new.Count
    outline.Count += new.Count


def _join_places(whole: pikepdf.Pdf, piece: pikepdf.Pdf) -> None:
    """What links lead to, by name. A name that both know is the later one's."""
    new = whole.copy_foreign(piece.make_indirect(piece.Root.Names.Dests)).Names
    known = whole.Root.Names.Dests.Names
    places = {bytes(names[at]): names[at + 1] for names in (known, new) for at in range(0, len(names), 2)}
    pairs = [(pikepdf.String(name), place) for name, place in sorted(places.items())]
    whole.Root.Names.Dests = pikepdf.Dictionary(Names=pikepdf.Array([each for pair in pairs for each in pair]))
