from __future__ import annotations

from decimal import Decimal

import pytest
import time_machine
from django.utils import timezone

from core.problems import ProblemsFound
from dissemination.models import Certificate
from dissemination.services.follow_up import set_follow_up
from dissemination.services.holding import hold_event
from dissemination.services.papers.certificates import (
    correct_certificate,
    earned,
    issue_certificates,
    revoke_certificate,
)
from network.enums import Role
from network.models import Participation
from tests.factories import CategoryFactory, UserFactory
from tests.factories.dissemination import (
    AttendanceFactory,
    CertificateFactory,
    EventFactory,
    RegistrationFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    with time_machine.travel("2030-03-14T18:00:00Z", tick=False):
        event = EventFactory()
        event.category = CategoryFactory(project=event.project)
        event.save()
        yield event


@pytest.fixture
def manager(event):
    return UserFactory(role=Role.MANAGER, partner=event.partner)


def test_certificate_is_for_attended_and_verified_people_only(event, manager):
    ana, bea, _absent = (RegistrationFactory(event=event, name=f"{name} Invented") for name in ("Ana", "Bea", "Cyr"))
    for guest in (ana, bea):
        AttendanceFactory(registration=guest)
    hold_event(event=event, by=manager)
    event.refresh_from_db()
    assert [each.problems[0].code for each in earned(event)] == ["not_verified"] * 2
    ready = Participation.objects.filter(occasion=event.occasion, person__given_name="Ana")
    ready.update(state="verified", decided_at=timezone.now())

    for _twice in range(2):
        issue_certificates(event=event, by=manager)

    assert list(Certificate.objects.values_list("holder_name", "hours")) == [("Ana Invented", Decimal(6))]


def test_threshold_of_sessions_and_hours_is_kept(event, manager):
    guest = RegistrationFactory(event=event)
    first, _second = SessionFactory.create_batch(2, event=event)
    AttendanceFactory(registration=guest, session=first)
    limits = {"satisfaction_url": "", "minimum_sessions": 2, "minimum_hours": Decimal(8)}
    set_follow_up(event=event, by=manager, **limits)
    assert [problem.code for problem in earned(event)[0].problems] == ["not_verified", "few_sessions", "few_hours"]


def test_correction_makes_a_new_one_and_supersedes_the_old(event, manager):
    old = CertificateFactory(registration__event=event)
    new = correct_certificate(certificate=old, holder_name="  Ana  Renamed ", by=manager)
    old.refresh_from_db()
    assert (new.holder_name, new.hours, new.is_valid, old.is_valid, old.superseded_by) == (
        "Ana Renamed", 6, True, False, new
    )  # fmt: skip
    with pytest.raises(ProblemsFound):
        correct_certificate(certificate=old, holder_name="Again", by=manager)


def test_revoking_asks_why_and_shows_at_once(event, manager, client):
    certificate = CertificateFactory(registration__event=event, holder_name="Ana Invented")
    assert "Valid" in client.get(certificate.get_absolute_url()).content.decode()
    with pytest.raises(ProblemsFound):
        revoke_certificate(certificate=certificate, reason=" ", by=manager)
    revoke_certificate(certificate=certificate, reason="Was not there", by=manager)
    shown = client.get(certificate.get_absolute_url()).content.decode()
    assert ("was revoked on" in shown, "Was not there" in shown) == (True, False)
    assert client.get("/en/certificates/2030-NONE/").status_code == 404
