"""QR symbols: as a picture for mails, as a drawing for pages and printed sheets."""

from __future__ import annotations

from io import BytesIO


def qr_png(address: str) -> bytes:
    import segno

    file = BytesIO()
    segno.make_qr(address, error="m").save(file, kind="png", scale=8, border=4)
    return file.getvalue()


def qr_svg(address: str, label: str, *, css_class: str = "qr") -> str:
    """Dark on white whatever the theme: a scanner needs it so."""
    import segno

    return segno.make_qr(address, error="m").svg_inline(
        scale=6, border=4, dark="#000", light="#fff", omitsize=True, title=label, svgclass=css_class, lineclass=None
    )
