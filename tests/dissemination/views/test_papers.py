from __future__ import annotations

import pytest

from dissemination.models import EventFile, FollowUp
from network.demo.papers import signed_list
from network.enums import Role
from tests.factories import UserFactory
from tests.factories.dissemination import (
    AttendanceFactory,
    CertificateFactory,
    EventFactory,
    RegistrationFactory,
    SignatureSheetFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    return EventFactory()


@pytest.fixture
def client(client, event):
    client.force_login(UserFactory(role=Role.MANAGER, partner=event.partner))
    return client


def room(event, rest):
    return f"/en/projects/{event.project.code}/events/{event.pk}/{rest}"


@pytest.mark.parametrize("rows", [1, 3])
def test_pages_cost_the_same_for_one_and_three_rows(client, event, rows, django_assert_max_num_queries):
    for guest in RegistrationFactory.create_batch(rows, event=event):
        AttendanceFactory(registration=guest)
        CertificateFactory(registration=guest)
        SignatureSheetFactory(event=event)
    for rest in ("check-in/", "papers/", "certificates/", "after/", "check-in/to-confirm/"):
        with django_assert_max_num_queries(22):
            assert client.get(room(event, rest)).status_code == 200


def test_signed_sheet_is_handed_in_on_its_own_page(client, event):
    guest = RegistrationFactory(event=event)
    late = RegistrationFactory(event=event, source="walk_in")
    sheet = SignatureSheetFactory(event=event, lines=[guest.pk])
    address = client.get(f"/en/sheets/{sheet.code}/").url
    assert client.post(address, {"file": signed_list("a.pdf", ["x"])}).status_code == 422
    posted = {"file": signed_list("a.pdf", ["x"]), "signed": [guest.pk], "others": [late.pk]}
    assert client.post(address, posted).status_code == 302
    lines = [(row.registration_id, row.line) for row in event.attendances.order_by("registration")]
    assert lines == [(guest.pk, "1"), (late.pk, "")]


def test_files_and_survey_are_kept_after_the_event(client, event):
    client.post(room(event, "after/files/"), {"kind": "minutes", "title": "Notes", "file": signed_list("m.pdf", ["m"])})
    wrong = client.post(room(event, "after/files/"), {"kind": "photo", "file": signed_list("m.exe", ["m"])})
    survey = {"satisfaction_url": "https://example.org/s", "minimum_sessions": "0", "minimum_hours": "2.5"}
    client.post(room(event, "after/"), survey)
    assert (EventFile.objects.get().evidence.kind, wrong.status_code) == ("document", 422)
    assert FollowUp.objects.get().satisfaction_url == "https://example.org/s"
