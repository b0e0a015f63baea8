"""What guests and organisers may type or send, and what becomes of it."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime
from io import BytesIO, StringIO

import pytest
from django.core import mail as outbox
from openpyxl import load_workbook

from dissemination.models import EventFile
from dissemination.rules.guests import Guest
from dissemination.services.registering import register
from dissemination.services.showing import Shown
from network.enums import Role
from tests.factories import UserFactory
from tests.factories.dissemination import EventFactory, RegistrationFactory

pytestmark = pytest.mark.django_db
INERT = ["=HYPERLINK(1)", "+SUM(A1)", "-2+3", "@cmd", "\tcell"]
STRANGE = ["<b>Ana</b> & Söhne", "Ana 🙂", "محمد علي", "Ana " * 74]


@pytest.fixture
def event():
    return EventFactory()


@pytest.fixture
def client(client, event):
    client.force_login(UserFactory(role=Role.MANAGER, partner=event.partner))
    return client


def room(event, rest):
    return f"/en/projects/{event.project.code}/events/{event.pk}/{rest}"


def content(answer):
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


@pytest.mark.parametrize("typed", INERT)
def test_what_a_spreadsheet_would_run_is_exported_as_text(client, event, typed):
    kept = RegistrationFactory(event=event, name=typed)

    rows = list(csv.reader(StringIO(content(client.get(room(event, "registrations/export/csv/"))).decode("utf-8-sig"))))
    book = load_workbook(BytesIO(content(client.get(room(event, "registrations/export/xlsx/")))))

    cell = next(cell for row in book.worksheets[0].rows for cell in row if typed.strip() in str(cell.value))
    assert (kept.name, cell.data_type) == (typed, "s")
    assert [each[0][:1] for each in rows if typed.strip() in each[0]] == ["'"]


@pytest.mark.parametrize("name", STRANGE)
def test_mail_says_a_strange_name_as_it_was_typed(event, name, django_capture_on_commit_callbacks):
    guest = Guest(name=name.strip(), email="ana@example.org", organisation_name="Invented School", country="ES")
    with django_capture_on_commit_callbacks(execute=True), django_capture_on_commit_callbacks(execute=True):
        register(event=event, guest=guest)
    (sent,) = outbox.outbox
    html = str(sent.alternatives[0][0])
    assert name.strip() in " ".join(sent.body.split())
    assert ("<b>Ana" in html, "&amp;amp;" in html) == (False, False)


def test_title_of_several_lines_is_one_subject(django_capture_on_commit_callbacks):
    event = EventFactory(title={"en": "Invented day\nBcc: all@example.org"})
    guest = Guest(name="Ana Invented", email="ana@example.org", organisation_name="Invented School", country="ES")
    with django_capture_on_commit_callbacks(execute=True), django_capture_on_commit_callbacks(execute=True):
        register(event=event, guest=guest)
    (sent,) = outbox.outbox
    assert ("\n" in sent.subject, sent.recipients()) == (False, ["ana@example.org"])


@pytest.mark.parametrize(
    ("name", "body"),
    [("minutes.exe", b"MZ"), ("minutes.pdf", b""), ("minutes.pdf", b"MZ no PDF"), ("minutes.docm", b"PK\x03\x04")],
)
def test_file_that_is_not_what_it_says_is_refused_with_the_cause(client, event, name, body):
    upload = BytesIO(body)
    upload.name = name
    answer = client.post(room(event, "after/files/"), {"kind": "minutes", "file": upload})
    assert (answer.status_code, 'class="error"' in answer.text) == (422, True)
    assert not EventFile.objects.exists()


@pytest.mark.parametrize(
    ("zone", "starts", "ends", "held_on", "ends_on", "clock"),
    [
        ("Europe/Madrid", datetime(2028, 2, 28, 23, 30, tzinfo=UTC), datetime(2028, 2, 29, 1, tzinfo=UTC),
         date(2028, 2, 29), date(2028, 2, 29), "Central European Standard Time"),
        ("Atlantic/Azores", datetime(2028, 3, 1, 0, 30, tzinfo=UTC), datetime(2028, 3, 1, 2, tzinfo=UTC),
         date(2028, 2, 29), date(2028, 3, 1), "Azores Standard Time"),
        ("Europe/Madrid", datetime(2030, 10, 27, 0, 30, tzinfo=UTC), datetime(2030, 10, 27, 1, 30, tzinfo=UTC),
         date(2030, 10, 27), date(2030, 10, 27), "Central European"),
    ],
)  # fmt: skip
def test_leap_day_midnight_and_clock_changes_are_those_of_the_place(zone, starts, ends, held_on, ends_on, clock):
    event = EventFactory(time_zone=zone, starts_at=starts, ends_at=ends)
    assert (event.held_on, event.ends_on, clock in Shown(event).when) == (held_on, ends_on, True)
    assert event.ends_at - event.starts_at == ends - starts
