from __future__ import annotations

from io import BytesIO

import pypdf
import pytest

from reports.rules.content import Part, Words
from tests.reports.documents import SAMPLES, document

pdf = pytest.importorskip("reports.outputs.pdf", reason="Pango is not installed", exc_type=OSError)


@pytest.fixture(scope="module")
def printed():
    raw, pages = pdf.print_pdf(document(), identifier="one")
    reader = pypdf.PdfReader(BytesIO(raw))
    assert len(reader.pages) == pages
    return reader


def elements(node):
    """Every element of the structure tree."""
    node = node.get_object()
    if isinstance(node, pypdf.generic.ArrayObject):
        for child in node:
            yield from elements(child)
    elif isinstance(node, pypdf.generic.DictionaryObject) and "/S" in node:
        yield node
        if "/K" in node:
            yield from elements(node["/K"])
    elif isinstance(node, pypdf.generic.DictionaryObject) and "/K" in node:
        yield from elements(node["/K"])


def test_pdf_says_its_language_title_and_that_it_is_tagged(printed):
    root = printed.root_object
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"], root["/ViewerPreferences"]["/DisplayDocTitle"]) == (
        "en",
        True,
        True,
    )
    assert printed.metadata.title == "Progress report · Interim · Invented project"
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_data()


def test_pdf_structure_names_headings_tables_and_pictures(printed):
    found = list(elements(printed.root_object["/StructTreeRoot"]))
    headings = [element["/S"] for element in found if element["/S"] in ("/H1", "/H2", "/H3")]
    assert headings[:4] == ["/H1", "/H2", "/H2", "/H2"]
    scopes = {element["/A"]["/Scope"] for element in found if element["/S"] == "/TH"}
    assert scopes == {"/Column", "/Row"}
    assert [element["/Alt"] for element in found if element["/S"] == "/Figure"] == [
        "Emblem of the European Union",
        "Heads by category: Teachers are ahead, enterprises behind.",
    ]


def test_pdf_has_an_outline_and_numbered_pages(printed):
    def titles(entries):
        return [titles(each) if isinstance(each, list) else each["/Title"] for each in entries]

    outline = titles(printed.outline)
    assert outline[0] == "Progress report"
    assert outline[1][1:] == ["1 Summary", "2 Participation", [*outline[1][3]], "3 Partners", ["ro", "pl", "cs"],
                              "A How we count"]  # fmt: skip
    assert printed.page_labels == [str(number) for number in range(1, len(printed.pages) + 1)]
    last = printed.pages[-1].extract_text()
    assert f"Page {len(printed.pages)} of {len(printed.pages)}" in last


def test_pdf_embeds_every_font(printed):
    fonts = {}
    for page in printed.pages:
        for font in page["/Resources"]["/Font"].values():
            for descendant in font.get_object().get("/DescendantFonts", [font]):
                known = descendant.get_object()
                fonts[known["/BaseFont"].partition("+")[2]] = "/FontFile2" in known["/FontDescriptor"].get_object() or (
                    "/FontFile3" in known["/FontDescriptor"].get_object()
                )
    assert fonts
    assert all(fonts.values())
    assert all(name.startswith(("Atkinson", "Newsreader", "Noto")) for name in fonts), fonts


@pytest.mark.parametrize("language", SAMPLES)
def test_pdf_text_is_right_letter_by_letter(language):
    words = document(language=language, parts=(Part("a", "1", "A", (Words(SAMPLES[language]),)),))
    raw, _pages = pdf.print_pdf(words, identifier="one")
    text = " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(raw)).pages).split())
    assert SAMPLES[language] in text


def test_pdf_escapes_what_people_wrote(printed):
    assert "A second one, <b>not bold</b> & plain." in printed.pages[2].extract_text()


def test_preview_bears_a_watermark_on_every_page_and_a_report_none(printed):
    raw, _pages = pdf.print_pdf(document(is_preview=True), identifier="one")
    preview = pypdf.PdfReader(BytesIO(raw))
    assert ["Preview" in page.extract_text() for page in preview.pages] == [True] * len(preview.pages)
    assert ["Preview" in page.extract_text() for page in printed.pages] == [False] * len(printed.pages)


def test_pdf_is_the_same_for_the_same_content():
    assert pdf.print_pdf(document(), identifier="one") == pdf.print_pdf(document(), identifier="one")


@pytest.mark.parametrize(
    "address",
    ["https://example.org/x.png", "file:///etc/passwd", "data:text/plain,x", "asset:../qqvet/settings/base.py",
     "asset:/etc/passwd", "asset:img/none.svg"],
)  # fmt: skip
def test_printer_opens_nothing_but_bundled_files(address):
    from django.core.exceptions import SuspiciousFileOperation
    from weasyprint.urls import FatalURLFetchingError

    from core.printing.assets import BundledAssets

    with pytest.raises((FatalURLFetchingError, SuspiciousFileOperation)):
        BundledAssets().fetch(address)


def test_accessibility_check_finds_what_is_taken_away():
    import pikepdf

    from reports.outputs.checks import accessibility_faults

    raw, _pages = pdf.print_pdf(document(), identifier="one")
    worse = BytesIO()
    with pikepdf.open(BytesIO(raw)) as known:
        del known.Root.Lang
        del known.docinfo.Title
        known.Root.MarkInfo.Marked = False
        for element in known.objects:
            if isinstance(element, pikepdf.Dictionary) and element.get("/S") == "/Figure":
                del element.Alt
        known.save(worse)
    assert accessibility_faults(raw) == []
    assert accessibility_faults(worse.getvalue()) == [
        "The document does not say its language.",
        "The document has no title.",
        "The document is not tagged.",
        "A picture has no words.",
    ]
