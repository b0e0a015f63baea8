"""Bare WeasyPrint on the same HTML with the same fonts, pictures and kind of PDF.

Fair, because whatever the report adds to it (collecting texts, rendering the template, checking and numbering the
finished file) is ours, and nothing of WeasyPrint's own work can be left out.
"""

from __future__ import annotations

from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

from core.printing.assets import ASSET, BundledAssets


def printed(html: str) -> bytes:
    whole = HTML(string=html, base_url=ASSET, url_fetcher=BundledAssets())
    return bytes(whole.write_pdf(font_config=FontConfiguration(), pdf_variant="pdf/ua-1") or b"")
