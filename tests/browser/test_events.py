"""Events in a real browser: registering on a phone, with and without script, and the waiting list's offer."""

import re

import pytest

from core.models import Mail
from dissemination.enums import RegistrationState
from dissemination.models import Registration
from dissemination.services.links import signed
from dissemination.services.registrations import cancel_registration
from tests.factories.dissemination import EventFactory, RegistrationFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE = {"width": 375, "height": 720}


def fill(page, name):
    page.locator("#id_name").fill(f"{name} Invented")
    page.locator("#id_email").fill(f"{name}@example.org")
    page.locator("#id_organisation_name").fill("Invented School")
    page.locator("form.form button.primary").click()


@pytest.mark.parametrize("language", ["en", "es"])
def test_registering_on_a_phone_takes_one_page(page, live_server, faults, barriers, language):
    event = EventFactory(seats={"on_site": 1})
    page.set_viewport_size(PHONE)
    page.goto(f"{live_server.url}/{language}/p/{event.project.code}/events/{event.pk}/")
    assert barriers() == []
    page.locator("a.button.primary").click()
    assert barriers() == []
    fill(page, "ana")
    page.wait_for_url(re.compile("/registered/"))
    assert barriers() == []
    registration = Registration.objects.get()
    assert (registration.state, registration.language) == (RegistrationState.CONFIRMED, language)
    assert Mail.objects.get().sent_at is not None
    assert faults == []


def test_registering_works_without_script_and_tells_what_is_missing(browser, live_server):
    event = EventFactory(seats={"on_site": 1}, mode="hybrid")
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(f"{live_server.url}/en/p/{event.project.code}/events/{event.pk}/register/")
    page.get_by_role("button", name="Register").click()
    assert page.get_by_role("alert").get_by_role("link").count() == 3
    fill(page, "ana")
    assert page.get_by_role("heading", level=1).inner_text() == "You are registered"
    context.close()


def test_offered_seat_is_accepted_on_the_own_page(page, live_server, faults, barriers):
    event = EventFactory(seats={"on_site": 1})
    first = RegistrationFactory(event=event)
    page.set_viewport_size(PHONE)
    page.goto(f"{live_server.url}/en/p/{event.project.code}/events/{event.pk}/register/")
    fill(page, "bea")
    assert "waiting list" in page.get_by_role("heading", level=1).inner_text()
    cancel_registration(registration=first, by=None)

    waiting = Registration.objects.get(email="bea@example.org")
    page.goto(f"{live_server.url}/en/events/mine/{signed(waiting)}/")
    assert barriers() == []
    page.get_by_role("button", name="Accept the seat").click()
    assert page.locator("svg.ticket").is_visible()
    assert barriers() == []
    waiting.refresh_from_db()
    assert waiting.state == RegistrationState.CONFIRMED
    assert faults == []
