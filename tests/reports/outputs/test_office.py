from __future__ import annotations

from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document as Docx
from docx.oxml.ns import qn
from openpyxl import load_workbook

from reports.outputs.xlsx import print_xlsx
from tests.reports.documents import document


def test_xlsx_holds_real_numbers_and_dates():
    book = load_workbook(BytesIO(print_xlsx(document())))
    assert book.sheetnames == ["Report", "Figures", "2 By partner"]
    rows = list(book["2 By partner"].iter_rows(min_row=2, max_row=3, values_only=True))
    assert rows == [("P1 · ES", 100, 90, datetime(2018, 9, 3), 1250.5), ("=P2 · RO", 48, 90, None, None)]
    share = book["Figures"]["E2"]
    assert (round(share.value, 3), share.number_format) == (0.822, "0.0%")


def test_xlsx_text_is_no_formula():
    cell = load_workbook(BytesIO(print_xlsx(document())))["2 By partner"]["A3"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=P2 · RO", "s", 1)


def test_xlsx_is_the_same_for_the_same_content():
    assert print_xlsx(document()) == print_xlsx(document())


def test_docx_has_headings_tables_with_heads_and_pictures_with_words():
    docx = pytest.importorskip("reports.outputs.docx", reason="Pango is not installed", exc_type=OSError)
    data = docx.print_docx(document())
    assert data == docx.print_docx(document())
    word = Docx(BytesIO(data))
    headings = [p.text for p in word.paragraphs if p.style.name.startswith("Heading")]
    assert headings == ["1 Summary", "2 Participation", "3 Partners", "ro", "pl", "cs", "A How we count"]
    assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in word.tables)
    described = [shape._inline.docPr.get("descr") for shape in word.inline_shapes]
    assert described == ["Emblem of the European Union", "Heads by category: Teachers are ahead, enterprises behind."]
    assert word.core_properties.language == "en"


def test_docx_and_xlsx_keep_control_characters_out():
    from reports.rules.content import Part, Words

    words = document(project="Bad \x00 name", parts=(Part("a", "1", "A\x0b", (Words("B\x1fC"),)),))
    assert ZipFile(BytesIO(print_xlsx(words))).testzip() is None
    docx = pytest.importorskip("reports.outputs.docx", reason="Pango is not installed", exc_type=OSError)
    assert "BC" in [p.text for p in Docx(BytesIO(docx.print_docx(words))).paragraphs]
