"""The report as a tagged PDF. Only workers import this: WeasyPrint needs Pango and is heavy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from django.template.loader import render_to_string
from django.utils import translation

from core.forking import can_fork
from core.printing.pdf import print_html
from core.printing.pieces import Halves, print_halves
from reports.rules.content import Document, Part
from reports.rules.seams import seam


def print_pdf(document: Document, *, identifier: str) -> tuple[bytes, int]:
    """The bytes and the number of pages; the same document and identifier give the same bytes on the same machine.

    A long report is printed by two cores where there are two; page by page it is the same.
    """
    cut = seam(document.parts)
    if cut is not None and can_fork():
        with translation.override(document.language):
            printed = print_halves(halves(document, cut), identifier=identifier)
        if printed:
            return printed
    with translation.override(document.language):
        html = report_html(document)
    return print_html(html, identifier=identifier)


def report_html(document: Document) -> str:
    return _html(document, document.parts, pages={})


def halves(document: Document, cut: int) -> Halves:
    return Halves(
        opening=partial(_opening, document),
        first=_html(document, document.parts[:cut]),
        second=_html(document, document.parts[cut:]),
    )


def _opening(document: Document, pages: Mapping[str, int]) -> str:
    return _html(document, (), pages={part.code: pages.get(part.code, 88) for part in document.parts})


def _html(document: Document, parts: Sequence[Part], *, pages: Mapping[str, int] | None = None) -> str:
    """The whole, the opening with the pages of parts that are printed elsewhere, or parts without an opening."""
    cut = seam(document.parts)
    context = {
        "document": document,
        "parts": parts,
        "seam": None if cut is None else document.parts[cut],
        "contents": None if pages is None else [(part, pages.get(part.code)) for part in document.parts],
    }
    return render_to_string("reports/print/report.html", context)
