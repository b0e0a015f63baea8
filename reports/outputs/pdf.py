"""The report as a tagged PDF. Only workers import this: WeasyPrint needs Pango and is heavy."""

from __future__ import annotations

from core.printing.pdf import print_template
from reports.rules.content import Document


def print_pdf(document: Document, *, identifier: str) -> tuple[bytes, int]:
    """The bytes and the number of pages; the same document and identifier give the same bytes."""
    return print_template(
        "reports/print/report.html", {"document": document}, language=document.language, identifier=identifier
    )
