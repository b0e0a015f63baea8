"""HTML to a tagged PDF. Only workers import this: WeasyPrint needs Pango and is heavy."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from io import BytesIO
from typing import Any

import pikepdf
from django.template.loader import render_to_string
from django.utils import translation
from weasyprint import HTML
from weasyprint.css.counters import CounterStyle
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration

from core.printing.assets import ASSET, BundledAssets
from core.printing.tags import mend


def print_template(template: str, context: Mapping[str, Any], *, language: str, identifier: str) -> tuple[bytes, int]:
    """A template printed in a language: the bytes and the number of pages.

    The template is a whole HTML document with `<html lang>` and `<title>`; files it names begin with "asset:". The
    same HTML and identifier give the same bytes.
    """
    with translation.override(language):
        html = render_to_string(template, dict(context))
    return print_html(html, identifier=identifier)


def print_html(html: str, *, identifier: str) -> tuple[bytes, int]:
    """The bytes of a PDF/UA-1 document and the number of its pages."""
    printed = lay_out(html)
    return closed(pikepdf.open(BytesIO(raw_pdf(printed))), identifier), len(printed.pages)


def lay_out(html: str, numbering: CounterStyle | None = None) -> Document:
    """Pages with their margins, not yet drawn."""
    whole = HTML(string=html, base_url=ASSET, url_fetcher=BundledAssets())
    return whole.render(font_config=FontConfiguration(), counter_style=numbering)


def raw_pdf(document: Document, *, piece: int | None = None) -> bytes:
    """The pages drawn and tagged; a piece of a larger document with tags that can be joined."""
    return bytes(document.write_pdf(pdf_variant="pdf/ua-1", finisher=partial(mend, piece=piece)))


def closed(pdf: pikepdf.Pdf, identifier: str) -> bytes:
    """The finished file, its pages numbered as they are printed."""
    out = BytesIO()
    with pdf:
        pdf.Root.PageLabels = pikepdf.Dictionary(Nums=[0, pikepdf.Dictionary(S=pikepdf.Name.D)])
        pdf.trailer.ID = pikepdf.Array([identifier.encode(), identifier.encode()])
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()
