"""What a machine can check of a PDF's accessibility. It is no proof of full conformance."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pikepdf
from django.utils.translation import gettext as _


def accessibility_faults(data: bytes) -> list[str]:
    """In words what is missing: language, title, tags, words for pictures, heads of tables, fonts."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return list(_faults(pdf))


def _faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    if not str(root.get("/Lang", "")):
        yield _("The document does not say its language.")
    if not str(pdf.docinfo.get("/Title", "")):
        yield _("The document has no title.")
    if "/StructTreeRoot" not in root or not _is_marked(root):
        yield _("The document is not tagged.")
    elements = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)]
    if any(each.get("/S") == "/Figure" and "/Alt" not in each for each in elements):
        yield _("A picture has no words.")
    if any(each.get("/S") == "/TH" and "/A" not in each for each in elements):
        yield _("A table's head does not say what it heads.")
    if any(each.get("/Type") == "/FontDescriptor" and not _is_embedded(each) for each in elements):
        yield _("A font is not embedded.")


def _is_marked(root: pikepdf.Object) -> bool:
    return "/MarkInfo" in root and bool(root.MarkInfo.get("/Marked", False))


def _is_embedded(descriptor: pikepdf.Dictionary) -> bool:
    return any(name in descriptor for name in ("/FontFile", "/FontFile2", "/FontFile3"))
