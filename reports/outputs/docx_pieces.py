"""The pieces a Word document is made of."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from docx.document import Document as DocxDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Pt, RGBColor
from docx.text.paragraph import Paragraph
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

PETROL, COPPER = RGBColor(0x0E, 0x4F, 0x5F), RGBColor(0xA4, 0x45, 0x2A)
INK, GREY = RGBColor(0x14, 0x24, 0x2B), RGBColor(0x47, 0x56, 0x5D)


def keep_readable(text: str) -> str:
    """Without the control characters that no office file may hold."""
    return ILLEGAL_CHARACTERS_RE.sub("", str(text))


def dress(docx: DocxDocument, *, language: str) -> None:
    """The house's look in Word's own styles, and the language for the speller and the screen reader."""
    normal = docx.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10.5)
    fonts = normal.element.get_or_add_rPr()
    tongue = OxmlElement("w:lang")
    tongue.set(qn("w:val"), language)
    fonts.append(tongue)
    for name, size, colour in (
        ("Title", 28, PETROL), ("Subtitle", 15, COPPER), ("Heading 1", 18, PETROL), ("Heading 2", 13, PETROL),
    ):  # fmt: skip
        style = docx.styles[name]
        style.font.size, style.font.color.rgb, style.font.name = Pt(size), colour, "Calibri"
    for name, points, tone, bold in (
        ("Strong line", 10.5, INK, True), ("Small line", 9, GREY, False), ("Contents title", 18, PETROL, True),
    ):  # fmt: skip
        own = docx.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        own.base_style = normal
        own.font.size, own.font.bold, own.font.color.rgb = Pt(points), bold, tone


def add_table(docx: DocxDocument, title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table with its title above and a head that is repeated on each page."""
    caption = docx.add_paragraph(keep_readable(title), style="Caption")
    caption.paragraph_format.keep_with_next = True
    table = docx.add_table(rows=1, cols=len(head), style="Light Grid Accent 1")
    for cell, name in zip(table.rows[0].cells, head, strict=True):
        cell.text = keep_readable(name)
    repeat = OxmlElement("w:tblHeader")
    repeat.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    describe = OxmlElement("w:tblCaption")
    describe.set(qn("w:val"), keep_readable(title))
    table._tbl.tblPr.append(describe)
    for row in rows:
        for cell, value in zip(table.add_row().cells, row, strict=False):
            cell.text = keep_readable(value)
    docx.add_paragraph()


def add_picture(docx: DocxDocument, data: bytes, words: str, *, width: Length) -> None:
    shape = docx.add_picture(BytesIO(data), width=width)
    shape._inline.docPr.set("descr", keep_readable(words))


def add_field(paragraph: Paragraph, instruction: str, *, result: str = "1") -> None:
    """A field that the word processor fills; `result` stands there until it does."""
    for kind in ("begin", "instruction", "separate", "result", "end"):
        run = paragraph.add_run()
        if kind == "instruction":
            piece = OxmlElement("w:instrText")
            piece.set(qn("xml:space"), "preserve")
            piece.text = instruction
        elif kind == "result":
            run.text = keep_readable(result)
            continue
        else:
            piece = OxmlElement("w:fldChar")
            piece.set(qn("w:fldCharType"), kind)
        run._r.append(piece)
