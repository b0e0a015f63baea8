"""The public pages and the workspace home in a real browser: barriers, policy, without script, by keyboard."""

import pytest

from network.enums import ParticipationState, Role
from tests.factories import ParticipationFactory, UserFactory
from tests.portal.conftest import grown_project

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LOOKS = [(320, "light"), (320, "dark"), (1280, "light"), (1280, "dark")]
PUBLIC = ["/en/", "/es/", "/en/p/", "/en/p/oak/", "/es/accessibility/", "/en/privacy/", "/en/licences/"]
PAIRS = [(address, *LOOKS[place % len(LOOKS)]) for place, address in enumerate(PUBLIC)]
PAIRS += [(address, width, theme) for address in ("/en/", "/en/p/oak/") for width, theme in LOOKS[1:]]


@pytest.fixture
def project(live_server):
    return grown_project("oak", summary={"en": "Wood and words."}, aims={"en": "To join."}, call_year=2017)


@pytest.fixture
def manager(project, sign_in):
    partner = project.partners.get()
    user = UserFactory(role=Role.MANAGER, project=project, partner=partner)
    ParticipationFactory(partner=partner, state=ParticipationState.RETURNED, recorded_by=user, reason="Not signed.")
    sign_in(user)
    return user


@pytest.mark.parametrize(("address", "width", "theme"), PAIRS)
def test_public_page_has_no_barriers_and_keeps_the_policy(
    page, live_server, project, faults, barriers, address, width, theme
):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=theme)
    page.goto(live_server.url + address)
    assert barriers() == []
    assert faults == []


@pytest.mark.parametrize(("width", "theme"), LOOKS)
def test_workspace_home_has_no_barriers_and_keeps_the_policy(
    page, live_server, manager, faults, barriers, width, theme
):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=theme)
    page.goto(live_server.url + "/en/workspace/")
    assert barriers() == []
    assert faults == []


def test_public_page_asks_no_other_server_and_keeps_no_cookie(page, live_server, project):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(live_server.url + "/en/p/oak/", wait_until="networkidle")
    assert [url for url in asked if not url.startswith((live_server.url, "data:"))] == []
    assert page.context.cookies() == []


def test_pages_tell_everything_without_script(browser, live_server, project):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(live_server.url + "/en/")
    page.get_by_role("link", name="Project oak").click()
    page.get_by_text("How we count").click()
    assert page.get_by_text("Groups of fewer than 5 are not shown.").is_visible()
    page.locator("summary", has_text="English").click()
    page.get_by_role("link", name="Español").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Proyecto oak"
    context.close()


def test_menu_of_a_narrow_workspace_leads_to_every_page_by_keyboard(page, live_server, manager):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(live_server.url + "/en/workspace/")
    page.locator("summary", has_text="Menu").focus()
    page.keyboard.press("Enter")
    menu = page.locator(".nav-menu .menu-list")
    box = menu.bounding_box()
    assert (box["x"] >= 0, box["x"] + box["width"] <= 320) == (True, True)
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent") == "Today"


def test_a_task_leads_to_its_records(page, live_server, manager):
    page.goto(live_server.url + "/en/workspace/")
    page.get_by_role("link", name="1 record was returned to you").click()
    assert page.get_by_role("heading", level=1).is_visible()
    assert page.url.endswith("/participations/?state=returned")
