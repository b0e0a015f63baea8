"""A coordinator builds a short survey from the library, looks at it on a phone, publishes it and opens a wave."""

import pytest

from impact_study.models import InstrumentVersion, Wave
from network.enums import Role
from tests.factories import PartnerFactory, ProjectFactory, UserFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def project():
    return PartnerFactory(project=ProjectFactory(code="invented", languages=["en", "es"])).project


@pytest.fixture
def at(page, live_server, project, sign_in):
    sign_in(UserFactory(role=Role.COORDINATOR, project=project))
    return lambda path: page.goto(f"{live_server.url}/en/projects/{project.code}/{path}")


def press(page, words):
    page.click(f"main button:has-text('{words}')")
    page.wait_for_load_state()


def test_coordinator_builds_previews_publishes_and_opens_a_survey(page, at, faults, barriers):
    at("instruments/new/library/?group=student&wave=pre")
    for box in page.locator("input[name=items]").all():
        if box.get_attribute("value") not in ("STU-01", "STU-02", "STU-11"):
            box.uncheck()
    page.fill("input[name=code]", "short")
    page.fill("input[name=title_en]", "Three questions")
    assert barriers() == []
    press(page, "Begin with these items")

    assert barriers() == []
    frame = page.frame_locator("iframe.preview")
    assert frame.locator("h1").count() == 1
    assert page.locator("iframe.preview").bounding_box()["width"] < 400
    page.click("a[aria-label^='Change']")
    page.wait_for_load_state()
    assert barriers() == []
    page.fill("textarea[name=text]", "Words that are only tried")
    page.click("button:has-text('Preview without saving')")
    frame.locator("text=Words that are only tried").first.wait_for()

    version = InstrumentVersion.objects.get()
    at(f"instruments/versions/{version.pk}/publish/")
    press(page, "Publish for good")

    at("studies/new/")
    page.fill("input[name=code]", "io1")
    page.fill("input[name=title_en]", "A short study")
    press(page, "Save")
    page.click("main a:has-text('New wave')")
    page.wait_for_load_state()
    page.select_option("select[name=version]", str(version.pk))
    assert barriers() == []
    press(page, "Save")
    press(page, "Start the study")

    assert page.locator(".state:has-text('Open')").count() == 1
    assert Wave.objects.get().study.is_running
    assert [fault for fault in faults if not fault.startswith("failed:")] == []
