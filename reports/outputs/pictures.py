"""Drawings as pictures, for formats that take no SVG. Only workers import this."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdfium2
from django.contrib.staticfiles import finders
from weasyprint import HTML

from core import charts
from core.printing.assets import ASSET, BundledAssets

DOTS_PER_POINT = 3
_PAGE = """<html><head><link rel="stylesheet" href="asset:css/print/fonts.css"><style>
@page {{ margin: 0; size: {width}px {height}px }} svg, img {{ display: block; width: {width}px; height: {height}px }}
</style></head><body style="margin: 0">{drawing}</body></html>"""


def chart_png(spec: charts.ChartSpec) -> bytes:
    drawing = charts.svg(spec, theme="print", width=charts.WIDE)
    height = float(drawing.split('height="', 1)[1].split('"', 1)[0])
    return png(drawing, charts.WIDE, height)


def emblem_png() -> bytes:
    path = finders.find("img/eu-emblem.svg")
    return png(Path(str(path)).read_text(), 300, 200)


def png(drawing: str, width: float, height: float) -> bytes:
    page = _PAGE.format(width=width, height=height, drawing=drawing)
    raw = HTML(string=page, base_url=ASSET, url_fetcher=BundledAssets()).write_pdf()
    with pypdfium2.PdfDocument(raw) as pdf:
        picture = pdf[0].render(scale=DOTS_PER_POINT).to_pil()
    out = BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()
