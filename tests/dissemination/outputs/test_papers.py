"""The papers as they come out of the printer: read back as text and as symbols."""

from __future__ import annotations

import pypdfium2
import pytest
import zxingcpp

from dissemination.enums import DocumentKind
from dissemination.services.papers.making import make_paper
from tests.factories.dissemination import CertificateFactory, EventFactory, RegistrationFactory

pytest.importorskip("weasyprint", reason="Pango is not installed", exc_type=OSError)
pytestmark = pytest.mark.django_db
NAMES = ["Łucja Żółć Wymyślona", "Γιώργος Επινοημένος", "Георги Измислен", "Zoë Invented"]


def printed(event, kind, language="en"):
    made = make_paper(event=event, kind=kind, language=language, by=None, said=lambda *_told: None)
    with made.file.open() as file:
        pdf = pypdfium2.PdfDocument(file.read())
    return made, [page.get_textpage().get_text_range().replace("\r\n", " ") for page in pdf], pdf


def symbols(pdf):
    return [[each.text for each in zxingcpp.read_barcodes(page.render(scale=3).to_pil())] for page in pdf]


def test_sheet_says_on_each_page_what_it_is_and_names_are_whole():
    event = EventFactory()
    for number in range(24):
        RegistrationFactory(event=event, name=NAMES[number % 4], organisation_address=f"Street {number}")
    RegistrationFactory(event=event, name="Absent Invented", state="cancelled")
    RegistrationFactory(event=event, name="Distant Invented", mode="virtual")

    made, pages, pdf = printed(event, DocumentKind.SIGNATURE_SHEET)

    sheet = made.sheet
    assert len(sheet.lines) == 24
    assert symbols(pdf) == [[f"http://localhost:8000/en/sheets/{sheet.code}/"]] * len(pages)
    for number, text in enumerate(pages, 1):
        told = (str(event), "Invented Hall", "14 March 2030", sheet.code, f"Page {number} of {len(pages)}")
        assert [each for each in told if each not in text] == []
    whole = " ".join(pages)
    assert [name for name in NAMES if name not in whole] == []
    assert ("Absent" in whole, "Distant" in whole, "Street 23" in whole, "34" in whole) == (False, False, True, True)


def test_same_sheet_is_made_once_and_another_guest_makes_another():
    event = EventFactory()
    RegistrationFactory(event=event)
    first, again = (printed(event, DocumentKind.SIGNATURE_SHEET)[0] for _twice in range(2))
    RegistrationFactory(event=event)
    other = printed(event, DocumentKind.SIGNATURE_SHEET)[0]
    assert (first == again, other.sheet.code == first.sheet.code) == (True, False)


def test_badges_stand_several_on_a_page():
    event = EventFactory()
    RegistrationFactory.create_batch(11, event=event)
    _made, pages, _pdf = printed(event, DocumentKind.BADGES)
    assert [text.count("Invented School") for text in pages] == [10, 1]
    assert [text.count("European Union") for text in pages] == [10, 1]


def test_badge_of_the_longest_names_stays_clear_of_the_emblem():
    event = EventFactory(title={"en": "Invented day " * 15})
    RegistrationFactory(event=event, name="Ana María " * 30, organisation_name="Instituto inventado " * 15)
    _made, _pages, pdf = printed(event, DocumentKind.BADGES)
    text = pdf[0].get_textpage()
    (country, _length), (funding, _length) = (text.search(word).get_next() for word in ("Spain", "funded"))
    _left, bottom_of_names, _right, _top = text.get_charbox(country)
    _left, _bottom, _right, top_of_funding = text.get_charbox(funding)
    two_millimetres = 5.67  # what the emblem stands out above its words
    assert bottom_of_names > top_of_funding + two_millimetres


def test_certificate_leads_to_the_page_that_checks_it():
    certificate = CertificateFactory(holder_name=NAMES[1])
    _made, pages, pdf = printed(certificate.event, DocumentKind.CERTIFICATE, "es")
    assert symbols(pdf) == [[f"http://localhost:8000/es/certificates/{certificate.serial}/"]]
    assert all(each in pages[0] for each in (NAMES[1], certificate.serial, "Acto inventado"))
