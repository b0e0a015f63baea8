"""Import a messy sheet, verify, see the board move, lock, print the report: one walk through the whole platform."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from pypdf import PdfReader

from accounts.models import User
from network.demo.papers import signed_list
from network.models import Partner, Period
from tests.browser.story import OCCASION, Story
from tests.sample_sheets import FOLDER

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_from_a_messy_sheet_to_the_report(page, live_server, sign_in, faults, tmp_path):
    call_command("load_demo")
    paper = tmp_path / "signed-list.pdf"
    paper.write_bytes(signed_list("signed-list.pdf", [OCCASION, "invented signatures"]).read())
    page.set_default_timeout(60_000)

    story = Story(
        page, live_server.url, sign_in=lambda email: sign_in(User.objects.get(email=email)), snap=lambda name: None
    )
    story.import_sheet(FOLDER / "ro_participanti.csv")
    romania = Partner.objects.get(project__code="qqvet", number=2).pk
    before = story.reached("teachers", romania)
    story.prove(paper)
    story.verify()
    after = story.reached("teachers", romania)
    opened = story.open_figure("teachers", romania)
    story.lock(Period.objects.get(name="Final report").pk)
    story.report("Final report")
    with page.expect_download() as download:
        story.ask_for_pdf()
    text = "".join(sheet.extract_text() for sheet in PdfReader(download.value.path()).pages)

    assert after > before
    assert ["signed-list.pdf" in opened, "Niţă" in opened] == [True, True]
    assert f"P2 NTUC Meridian {after}" in " ".join(text.split())
    # A download ends the navigation that asked for it, which the browser calls a failed request.
    assert [fault for fault in faults if "/reports/files/" not in fault] == []
