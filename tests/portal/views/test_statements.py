from html import unescape

import pytest

from core.personal_data import declarations
from portal.accessibility import GAPS
from portal.licences import borrowed
from portal.privacy import purposes


def test_accessibility_statement_names_every_known_gap(client, settings):
    settings.CONTACT_EMAIL = "help@example.org"
    page = client.get("/en/accessibility/").content.decode()
    assert [gap.what for gap in GAPS if str(gap.what) not in page] == []
    assert 'href="mailto:help@example.org"' in page
    assert "within 10 days" in page


def test_privacy_page_tells_every_purpose_that_is_declared(client):
    declared = {str(each.purpose) for each in declarations()}
    assert {purpose.words for purpose in purposes()} == declared
    page = unescape(client.get("/en/privacy/").content.decode())
    assert (len(declared) > 0, [words for words in declared if words not in page]) == (True, [])


def test_licences_page_lists_what_of_others_is_handed_out(client):
    page = client.get("/en/licences/").content.decode()
    assert [part.name for part in borrowed() if part.name not in page] == []
    assert "axe-core" not in page


@pytest.mark.parametrize("name", ["accessibility", "privacy", "licences"])
def test_statement_needs_no_database_and_sets_no_cookie(client, name):
    answer = client.get(f"/es/{name}/")
    assert (answer.status_code, dict(answer.cookies)) == (200, {})
