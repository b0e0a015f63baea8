"""A report printed by two processes says the same, page by page and tag by tag, as one that is printed whole."""

from __future__ import annotations

from io import BytesIO

import pypdf
import pytest

from reports.outputs.checks import accessibility_faults
from reports.rules import seams
from tests.reports.documents import document
from tests.reports.outputs.test_pdf import elements

pdf = pytest.importorskip("reports.outputs.pdf", reason="Pango is not installed", exc_type=OSError)
ANNEX = 3  # where a page begins anyway


@pytest.fixture(scope="module")
def both():
    """The whole, and the same from two halves."""
    whole = document(is_preview=True, is_approved=False)
    raws = [
        pdf.print_html(pdf.report_html(whole), identifier="one"),
        pdf.print_halves(pdf.halves(whole, ANNEX), identifier="one"),
    ]
    readers = [pypdf.PdfReader(BytesIO(raw)) for raw, _pages in raws]
    assert [pages for _raw, pages in raws] == [len(reader.pages) for reader in readers]
    assert [accessibility_faults(raw) for raw, _pages in raws] == [[], []]
    return readers


def shape(node):
    """The tags of a document with the numbers of the marks below them."""
    node = node.get_object()
    if isinstance(node, list):
        return [shape(child) for child in node]
    if not isinstance(node, dict) or "/K" not in node:
        return node if isinstance(node, int) else "object"
    return (node.get("/S"), node.get("/Alt"), shape(node["/K"]))


def outline(reader, entries):
    return [
        outline(reader, entry) if isinstance(entry, list)
        else (entry.title, reader.get_destination_page_number(entry), entry.top)
        for entry in entries
    ]  # fmt: skip


def places(reader):
    found = reader.named_destinations.items()
    return {name: (reader.get_destination_page_number(place), place.top) for name, place in found}


def test_halves_say_the_same_on_each_page(both):
    whole, joined = ([page.extract_text() for page in reader.pages] for reader in both)
    assert joined == whole
    assert [f"Page {number} of {len(joined)}" in text for number, text in enumerate(joined, 1)][1:] == [True] * (
        len(joined) - 1
    )


def test_halves_have_one_tree_of_tags_one_outline_and_the_same_places(both):
    whole, joined = both
    assert shape(joined.root_object["/StructTreeRoot"]) == shape(whole.root_object["/StructTreeRoot"])
    assert outline(joined, joined.outline) == outline(whole, whole.outline)
    assert places(joined) == places(whole)
    assert joined.page_labels == whole.page_labels
    assert [joined.root_object[name] for name in ("/Lang", "/MarkInfo", "/ViewerPreferences")] == [
        whole.root_object[name] for name in ("/Lang", "/MarkInfo", "/ViewerPreferences")
    ]
    assert joined.root_object["/Metadata"].get_data() == whole.root_object["/Metadata"].get_data()
    assert set(joined.root_object) == set(whole.root_object)


def test_halves_number_their_tags_once(both):
    _whole, joined = both
    root = joined.root_object["/StructTreeRoot"]
    nums = root["/ParentTree"]["/Nums"]
    asked = [page["/StructParents"] for page in joined.pages]
    asked += [link.get_object()["/StructParent"] for page in joined.pages for link in page.get("/Annots", [])]
    assert sorted(asked) == nums[::2] == sorted(set(nums[::2]))
    cells = [element for element in elements(root) if element["/S"] in ("/TH", "/TD")]
    names = [cell["/ID"] for cell in cells if "/ID" in cell]
    assert len(set(names)) == len(names)
    assert {name for cell in cells for name in cell["/A"].get("/Headers", [])} <= set(names)
    (document,) = list.__iter__(root["/K"])
    assert {child.get_object().raw_get("/P").idnum for child in document.get_object()["/K"]} == {document.idnum}


def test_links_of_the_contents_lead_where_they_say(both):
    _whole, joined = both
    contents = joined.pages[1]
    led_to = [places(joined)[link.get_object()["/Dest"]][0] + 1 for link in contents["/Annots"]]
    told = [int(line) for line in contents.extract_text().splitlines() if line.isdigit()]
    assert set(told) == {3, 5}
    assert sorted(told * 2) == sorted(led_to)  # a line is one link, its number another


def test_halves_are_the_same_bytes_for_the_same_content():
    once, again = (pdf.print_halves(pdf.halves(document(), ANNEX), identifier="one") for _twice in range(2))
    assert once == again


@pytest.fixture
def cut(monkeypatch):
    """The invented report counts as a long one; the cut is before its second part."""
    monkeypatch.setattr(seams, "LONG", 1)
    monkeypatch.setattr(seams, "OPENING", 0)
    monkeypatch.setattr(seams, "WORTH", 2)


@pytest.mark.parametrize("may_fork", [True, False], ids=["two cores", "one core"])
def test_long_report_is_printed_by_two_cores_where_there_are_two(monkeypatch, cut, may_fork):
    monkeypatch.setattr(pdf, "can_fork", lambda: may_fork)
    printed = pypdf.PdfReader(BytesIO(pdf.print_pdf(document(), identifier="one")[0]))
    halves = max(page["/StructParents"] for page in printed.pages) >= len(printed.pages)
    begun = [number for number, page in enumerate(printed.pages) if "2 Participation" in page.extract_text()]
    assert (halves, begun[:2]) == (may_fork, [1, 3])


def test_report_is_printed_whole_when_its_other_half_fails(monkeypatch, cut):
    monkeypatch.setattr(pdf, "can_fork", lambda: True)
    known = pdf.halves
    monkeypatch.setattr(pdf, "halves", lambda *args: pdf.Halves(known(*args).opening, known(*args).first, None))
    raw, pages = pdf.print_pdf(document(), identifier="one")
    printed = pypdf.PdfReader(BytesIO(raw))
    assert max(page["/StructParents"] for page in printed.pages) == pages - 1
