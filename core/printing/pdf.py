"""HTML to a tagged PDF. Only workers import this: WeasyPrint needs Pango and is heavy."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any

import pikepdf
from django.template.loader import render_to_string
from django.utils import translation
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

from core.printing.assets import ASSET, BundledAssets


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
    fonts = FontConfiguration()
    printed = HTML(string=html, base_url=ASSET, url_fetcher=BundledAssets()).render(font_config=fonts)
    raw = printed.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=identifier.encode())
    return finish(raw), len(printed.pages)


def finish(raw: bytes) -> bytes:
    """Say of each table header what it heads, and number the pages as they are printed."""
    out = BytesIO()
    with pikepdf.open(BytesIO(raw)) as pdf:
        for element in list(pdf.objects):
            if isinstance(element, pikepdf.Dictionary) and element.get("/S") == "/TH":
                scope = pikepdf.Name.Column if is_in_head(element) else pikepdf.Name.Row
                element.A = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=scope)
        pdf.Root.PageLabels = pikepdf.Dictionary(Nums=[0, pikepdf.Dictionary(S=pikepdf.Name.D)])
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def is_in_head(element: pikepdf.Object) -> bool:
    row = element.get("/P")
    return row is not None and row.get("/P") is not None and row["/P"].get("/S") == "/THead"
