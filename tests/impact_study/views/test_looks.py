import re

import pytest

from tests.impact_study.surveys import Respondent, survey

pytestmark = pytest.mark.django_db


def root(page):
    return re.search(r"<html[^>]*>", page.content.decode())[0]


def test_look_of_a_step_changes_at_once_and_keeps_what_was_typed(client):
    respondent = Respondent(client, survey())
    respondent.begin()
    respondent.send(agrees="yes")

    page = respondent.send(role="trainee", age="17", _go="size:largest")

    assert root(page) == '<html lang="en" data-size="largest">'
    assert 'value="17"' in respondent.html
    assert page.cookies["size"].value == "largest"
    assert root(respondent.send(role="trainee", age="17")) == '<html lang="en" data-size="largest">'


def test_look_of_the_start_page_leads_back_to_it(client):
    respondent = Respondent(client, survey())
    address = f"/en{respondent.path}?code=AB"

    answer = client.post(address, {"_go": "theme:contrast"})

    assert (answer.status_code, answer["Location"]) == (302, address)
    assert root(respondent.open()) == '<html lang="en" data-theme="contrast">'
    assert 'value="theme:contrast" aria-pressed="true"' in respondent.html


def test_look_that_nobody_offers_is_not_kept(client):
    client.cookies["size"], client.cookies["theme"] = "huge", "pink"
    respondent = Respondent(client, survey())

    assert root(respondent.open()) == '<html lang="en">'
    assert "size" not in client.post(f"/en{respondent.path}", {"_go": "size:huge"}).cookies


def test_shared_device_forgets_the_look_as_it_forgets_answers(client):
    respondent = Respondent(client, survey(kind="kiosk"))
    respondent.begin()

    assert respondent.send(_go="size:large").cookies["size"]["max-age"] == 15 * 60


def test_page_that_a_form_brought_about_offers_no_way_to_lose_it(client):
    respondent = Respondent(client, survey())
    respondent.walk()

    assert respondent.code
    assert 'form="look"' not in respondent.html
