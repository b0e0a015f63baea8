"""What the printer leaves out of the tags, said while the document is still in its hands."""

from __future__ import annotations

from typing import Any

import pydyf

APART = 1_000_000  # pieces number what they tag this far apart, so that their numbers never meet
TOPS = "PieceTops"  # where a piece notes its topmost elements for the one who joins it


def mend(_document: object, pdf: pydyf.PDF, *, piece: int | None) -> None:
    """What the printer calls before it writes the file."""
    say_scopes(pdf)
    if piece is not None:
        set_apart(pdf, piece)


def say_scopes(pdf: pydyf.PDF) -> None:
    """Say of each table header what it heads."""
    for element in pdf.objects:
        if isinstance(element, pydyf.Dictionary) and element.get("S") == "/TH":
            scope = "/Column" if _is_in_head(pdf, element) else "/Row"
            element["A"]["Scope"] = scope


def _is_in_head(pdf: pydyf.PDF, element: Any) -> bool:
    row = _named(pdf, element["P"])
    return bool(_named(pdf, row["P"]).get("S") == "/THead")


def set_apart(pdf: pydyf.PDF, piece: int) -> None:
    """Give every number and name in the tags of a piece its own range."""
    root = _named(pdf, pdf.catalog["StructTreeRoot"])
    (document,) = root["K"]
    for element in pdf.objects:
        if isinstance(element, pydyf.Dictionary):
            for key in ("StructParents", "StructParent"):
                if key in element:
                    element[key] += piece * APART
            if "ID" in element:  # the cells that name it hold the same string
                element["ID"].string = f"{piece}-{element['ID'].string}"
    nums = _named(pdf, root["ParentTree"])["Nums"]
    nums[::2] = [number + piece * APART for number in nums[::2]]
    tops = [each.reference for each in pdf.objects if isinstance(each, pydyf.Dictionary) and each.get("P") == document]
    pdf.catalog[TOPS] = pydyf.Array(tops)


def _named(pdf: pydyf.PDF, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]
