"""The door in a real browser: a cut connection, two phones with the same ticket, and no script at all."""

from datetime import timedelta
from types import SimpleNamespace

import numpy as np
import pytest
import segno
from django.utils import timezone

from dissemination.rules.tickets import ticket_token
from network.demo.papers import signed_list
from network.enums import Role
from tests.browser.conftest import session_cookie
from tests.browser.wire import Wire
from tests.factories import UserFactory
from tests.factories.dissemination import (
    CertificateFactory,
    EventFactory,
    RegistrationFactory,
    SignatureSheetFactory,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE = {"width": 375, "height": 720}
SHELVES = "caches.keys().then((names) => names.filter((name) => name.startsWith('check-in walk-ins')).length)"


@pytest.fixture
def wire(live_server, context):
    """What the page's connection goes through. It is cut for the page, its worker and the browser's own switch."""
    wire = Wire((live_server.thread.host, live_server.thread.port))

    def cut(now):
        wire.cut() if now else wire.mend()
        context.set_offline(now)

    yield SimpleNamespace(url=wire.url, cut=cut)
    context.close()
    wire.close()


@pytest.fixture
def event():
    now = timezone.now()
    return EventFactory(starts_at=now - timedelta(minutes=5), ends_at=now + timedelta(hours=3))


@pytest.fixture
def helper(event):
    return UserFactory(role=Role.CONTRIBUTOR, partner=event.partner)


def door(server, event):
    return f"{server.url}/en/projects/{event.project.code}/events/{event.pk}/check-in/"


def type_code(page, guest):
    page.locator("#code").fill(f"https://example.org/en/t/{ticket_token(guest.uid)}/")
    page.locator("#code").press("Enter")


def ticket_film(text):
    """A film of one second in which a symbol is held before the camera."""
    width, height, scale = 640, 480, 8
    symbol = [list(row) for row in segno.make_qr(text).matrix_iter(scale=scale, border=4)]
    grey = np.full((height, width), 200, np.uint8)
    top, left = (height - len(symbol)) // 2, (width - len(symbol)) // 2
    grey[top : top + len(symbol), left : left + len(symbol)] = 255 - 225 * np.array(symbol, np.uint8)
    colours = bytes([128]) * (width * height // 2)
    frame = b"FRAME\n" + grey.tobytes() + colours
    return f"YUV4MPEG2 W{width} H{height} F10:1 Ip C420jpeg\n".encode() + frame * 10


def test_cut_connection_loses_nothing_and_two_phones_make_one_attendance(
    browser, live_server, wire, event, helper, page, context, barriers
):
    ana = RegistrationFactory(event=event, name="Ana Invented")
    bea = RegistrationFactory(event=event, name="Bea Invented")
    context.add_cookies([session_cookie(helper, wire.url)])
    page.set_viewport_size(PHONE)
    page.goto(door(wire, event))
    page.wait_for_selector("[data-ready]", state="attached")
    assert barriers() == []

    wire.cut(True)
    type_code(page, ana)
    page.locator("#door-kept").wait_for()
    page.locator("#q").fill("bea")
    page.get_by_role("button", name="Check in: Bea Invented").click()
    assert (page.locator("#door-told").inner_text(), event.attendances.count()) == ("✓ Bea Invented", 0)
    assert "Invented" not in page.evaluate("JSON.stringify(localStorage)")

    other = browser.new_context(viewport=PHONE)
    other.add_cookies([session_cookie(helper, live_server.url)])
    second = other.new_page()
    second.goto(door(live_server, event))
    type_code(second, ana)
    second.locator("#door-told").filter(has_text="Ana Invented is there").wait_for()

    wire.cut(False)
    page.locator("#door-kept").wait_for(state="hidden")
    rows = sorted((row.registration.name, row.kind, row.outcome) for row in event.attendances.all())
    assert rows == [
        ("Ana Invented", "scan", "counted"), ("Ana Invented", "scan", "repeated"),
        ("Bea Invented", "by_name", "counted"),
    ]  # fmt: skip
    assert ana.attendances.get(outcome="counted").scanned_at < ana.attendances.get(outcome="repeated").scanned_at
    assert bea.attendances.count() == 1
    second.locator("#counts .kpi").first.filter(has_text="2").wait_for()
    assert barriers() == []
    other.close()


def test_page_opens_again_without_a_connection_and_signing_out_takes_the_names_away(wire, event, helper, page, context):
    ana = RegistrationFactory(event=event, name="Ana Invented")
    context.add_cookies([session_cookie(helper, wire.url)])
    page.set_viewport_size(PHONE)
    page.goto(door(wire, event))
    page.wait_for_selector("[data-offline]", state="attached")

    wire.cut(True)
    type_code(page, ana)
    page.locator("#door-kept").filter(has_text="1").wait_for()
    page.reload()
    page.locator("#door-kept").filter(has_text="1").wait_for()
    page.locator("#q").fill("ana")
    assert page.get_by_role("button", name="Check in: Ana Invented").is_disabled()
    assert event.attendances.count() == 0

    wire.cut(False)
    page.locator("#results .there").filter(has_text="Ana Invented").wait_for()
    assert [(row.registration, row.outcome) for row in event.attendances.all()] == [(ana, "counted")]

    page.goto(f"{wire.url}/en/projects/")
    assert page.evaluate("caches.keys().then((names) => names.length)") == 1
    page.locator("details.menu[name=site-tools] summary").last.click()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url(f"{wire.url}/en/")
    page.wait_for_function("caches.keys().then((names) => names.length === 0)")


def test_who_comes_without_a_ticket_while_the_connection_is_cut_is_taken_in_later(
    wire, event, helper, page, context, barriers
):
    context.add_cookies([session_cookie(helper, wire.url)])
    page.set_viewport_size(PHONE)
    page.goto(door(wire, event))
    page.wait_for_selector("[data-offline]", state="attached")
    form, kept = page.locator("#door-kept-walk-in"), page.locator("#door-kept")

    wire.cut(True)
    for number, (name, email) in enumerate([("Ana Invented", "ana@example.org"), ("Bea Invented", "")], 1):
        form.get_by_label("Name").fill(name)
        form.get_by_label("E-mail").fill(email)
        form.get_by_role("button", name="Check in").click()
        kept.filter(has_text=str(number)).wait_for()
    assert barriers() == []
    page.reload()
    kept.filter(has_text="2").wait_for()
    assert "Invented" not in page.evaluate("JSON.stringify(localStorage)")
    assert event.registrations.count() == 0

    wire.cut(False)
    kept.wait_for(state="hidden")
    page.locator("#results").get_by_text("Bea Invented").wait_for()
    assert form.is_hidden()
    rows = event.attendances.order_by("scanned_at").values_list("registration__name", "registration__email", "kind")
    assert list(rows) == [("Ana Invented", "ana@example.org", "walk_in"), ("Bea Invented", "", "walk_in")]
    assert page.evaluate(SHELVES) == 0


def test_signing_out_or_a_day_takes_away_who_was_not_sent(wire, event, helper, page, context):
    context.add_cookies([session_cookie(helper, wire.url)])
    page.goto(door(wire, event))
    page.wait_for_selector("[data-offline]", state="attached")
    form, kept = page.locator("#door-kept-walk-in"), page.locator("#door-kept")
    wire.cut(True)
    for number, hours in enumerate((25, 0), 1):
        page.clock.set_system_time(timezone.now() - timedelta(hours=hours))
        form.get_by_label("Name").fill(f"Guest {number}")
        form.get_by_role("button", name="Check in").click()
        kept.filter(has_text="1").wait_for()
    assert page.evaluate(SHELVES) == 1

    page.goto("about:blank")
    wire.cut(False)
    page.goto(f"{wire.url}/en/projects/")
    page.locator("details.menu[name=site-tools] summary").last.click()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url(f"{wire.url}/en/")
    assert page.evaluate(SHELVES) == 0
    assert event.registrations.count() == 0


def test_camera_reads_a_ticket_with_our_own_reader(
    browser_type, browser_type_launch_args, live_server, event, helper, tmp_path
):
    ana = RegistrationFactory(event=event, name="Ana Invented")
    film = tmp_path / "ticket.y4m"
    film.write_bytes(ticket_film(f"https://example.org/en/t/{ticket_token(ana.uid)}/"))
    fakes = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"]
    launch = browser_type_launch_args | {
        "args": [*browser_type_launch_args["args"], *fakes, f"--use-file-for-fake-video-capture={film}"]
    }
    phone = browser_type.launch(**launch)
    context = phone.new_context(viewport=PHONE)
    context.add_init_script("delete window.BarcodeDetector")
    context.add_cookies([session_cookie(helper, live_server.url)])
    page = context.new_page()
    faults = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.goto(door(live_server, event))
    page.get_by_role("button", name="Read tickets with the camera").click()
    page.locator("#door-told.ok").filter(has_text="Ana Invented is there").wait_for()
    assert [(row.registration, row.kind) for row in event.attendances.all()] == [(ana, "scan")]
    assert faults == []
    phone.close()


def test_door_works_without_script(browser, live_server, event, helper):
    RegistrationFactory(event=event, name="Ana Invented")
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    context.add_cookies([session_cookie(helper, live_server.url)])
    page = context.new_page()
    page.goto(door(live_server, event))
    page.get_by_role("button", name="Check in Ana Invented").click()
    assert "Ana Invented is there" in page.inner_text("main")
    page.get_by_role("link", name="Somebody without a ticket").click()
    page.locator("#id_name").fill("Bea Invented")
    page.get_by_role("button", name="Check in").click()
    assert "Bea Invented is there" in page.inner_text("main")
    assert event.attendances.counted().count() == 2
    context.close()


def test_signed_sheet_comes_back_and_a_certificate_is_checked(page, live_server, sign_in, faults, barriers, tmp_path):
    event = EventFactory()
    ana, _bea = (RegistrationFactory(event=event, name=f"{name} Invented") for name in ("Ana", "Bea"))
    sheet = SignatureSheetFactory(event=event)
    certificate = CertificateFactory(registration=ana)
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(signed_list("scan.pdf", ["Ana"]).read())
    sign_in(UserFactory(role=Role.MANAGER, partner=event.partner))
    page.set_viewport_size(PHONE)

    page.goto(f"{live_server.url}/en/sheets/{sheet.code}/")
    assert barriers() == []
    page.locator("#id_file").set_input_files(scan)
    page.get_by_label("1. Ana Invented").check()
    page.get_by_role("button", name="Keep the signatures").click()
    page.get_by_text("1 signature is kept.").wait_for()
    assert [(row.registration, row.kind) for row in event.attendances.all()] == [(ana, "signed")]
    for rest in ("papers/", "certificates/", "after/", "check-in/walk-in/", "check-in/to-confirm/"):
        page.goto(f"{live_server.url}/en/projects/{event.project.code}/events/{event.pk}/{rest}")
        assert (rest, barriers()) == (rest, [])

    page.context.clear_cookies()
    page.goto(f"{live_server.url}/en/certificates/{certificate.serial}/")
    assert barriers() == []
    assert "Ana Invented" in page.inner_text("main")
    certificate.revoked_at = timezone.now()
    certificate.save()
    page.reload()
    assert "was revoked on" in page.inner_text("main")
    assert faults == []
