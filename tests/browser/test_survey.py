"""A survey on a phone, with and without script, in two languages."""

import pytest

from impact_study.models import Response
from tests.impact_study.surveys import survey

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE = {"width": 375, "height": 700}


@pytest.fixture(params=["en", "es"])
def language(request):
    return request.param


def go_on(page):
    page.locator("form .form-actions button.primary").click()


def test_a_survey_is_answered_on_a_phone_and_hinders_nobody(page, live_server, barriers, faults, language):
    page.set_viewport_size(PHONE)
    page.goto(f"{live_server.url}/{language}/s/{survey().slug}/")
    found = [barriers()]
    page.click("a.button.primary")
    found.append(barriers())
    page.check("input[value=yes]")
    go_on(page)
    page.wait_for_selector("#age")
    assert not page.is_visible("#school")
    page.check("input[value=apprentice]")
    page.wait_for_selector("#school", state="visible")
    page.fill("#school", "IES Inventado")
    page.fill("#age", "17")
    found.append(barriers())
    go_on(page)
    page.wait_for_selector("#mentor_1")
    found.append(barriers())
    page.go_back()
    page.wait_for_selector("#age")
    page.go_forward()
    page.wait_for_selector("#mentor_1")
    page.check("input[name=mentor_1][value=yes]")
    go_on(page)
    page.wait_for_selector(".own-code")
    found.append(barriers())

    assert found == [[]] * 5
    assert faults == []
    assert Response.objects.get().language == language


def test_a_shared_device_asks_first_and_then_clears_itself(page, live_server, faults):
    start = f"{live_server.url}/en/s/{survey(kind='kiosk').slug}/"
    page.clock.install()
    page.set_viewport_size(PHONE)
    page.goto(f"{start}answer/")
    page.check("input[value=yes]")
    page.clock.fast_forward(13 * 60 * 1000)
    page.get_by_role("button", name="I am still here").click()
    assert page.is_checked("input[value=yes]")
    go_on(page)
    page.check("input[value=trainee]")
    page.fill("#age", "17")
    page.clock.fast_forward(13 * 60 * 1000)
    assert page.is_visible("[role=alertdialog]")
    page.clock.fast_forward(2 * 60 * 1000)
    page.wait_for_url(start)

    assert page.evaluate("localStorage.length") == 0
    assert faults == []
    assert not Response.objects.exists()


def test_without_script_the_language_is_switched_and_answers_are_kept_and_resumed(browser, live_server):
    slug = survey().slug
    page = browser.new_context(java_script_enabled=False, viewport=PHONE).new_page()
    page.goto(f"{live_server.url}/en/s/{slug}/answer/")
    page.check("input[value=yes]")
    go_on(page)
    page.check("input[value=trainee]")
    page.fill("#age", "17")
    page.locator("summary", has_text="English").click()
    page.locator("button[lang=es]").click()
    assert page.locator("html").get_attribute("lang") == "es"
    page.locator(".looks summary").click()
    page.locator("button[value='size:large']").click()
    assert page.locator("html").get_attribute("data-size") == "large"
    assert page.is_checked("input[value=trainee]")
    page.locator("button[value=save]").click()
    code = page.inner_text(".own-code")

    other = browser.new_context(java_script_enabled=False, viewport=PHONE).new_page()
    other.goto(f"{live_server.url}/es/s/{slug}/resume/")
    other.fill("#resume", code)
    go_on(other)
    assert other.input_value("#age") == "17"
    go_on(other)
    other.check("input[name=mentor_1][value=yes]")
    go_on(other)
    assert other.is_visible(".own-code")
    assert Response.objects.get().answers["role"] == ["trainee"]
