"""What reaches the PDF: the text of the drawing for those who do not see it, and its words in our letters."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from core.charts import svg
from core.charts.samples import SAMPLES

weasyprint = pytest.importorskip("weasyprint", exc_type=OSError, reason="Pango is not installed")


def test_pdf_tells_title_and_finding_of_a_chart():
    page = f'<!doctype html><html lang="en"><title>T</title>{svg(SAMPLES["bars"], theme="print")}</html>'
    pdf = PdfReader(BytesIO(weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")))
    things = [pdf.get_object(number) for number in range(1, int(pdf.trailer["/Size"]))]
    alts = [thing["/Alt"] for thing in things if isinstance(thing, dict) and "/Alt" in thing]
    assert alts == ["People reached, by country: Spain and Romania reach half of all people"]
    assert "1 320" in pdf.pages[0].extract_text()
