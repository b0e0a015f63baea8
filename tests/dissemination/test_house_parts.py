from __future__ import annotations

from datetime import UTC, datetime

import pytest

from core.todos import todos_of
from dissemination.enums import RegistrationState
from dissemination.models import Certificate, Registration
from network.enums import Role
from network.services.erasure import erase_person
from tests.factories import PersonFactory, UserFactory
from tests.factories.dissemination import CertificateFactory, EventFactory, RegistrationFactory

pytestmark = pytest.mark.django_db


def test_erased_person_is_forgotten_among_the_guests_and_the_row_stays():
    registration = RegistrationFactory(access_needs="A ramp", answers={"why": "To learn"})
    person = PersonFactory(partners=[registration.event.partner])
    Registration.objects.filter(pk=registration.pk).update(person=person)

    staff = UserFactory(is_staff=True)
    erase_person(person=person, reason="Asked for it", project=registration.event.project, by=staff)

    registration.refresh_from_db()
    assert (registration.name, registration.email, registration.access_needs, registration.answers) == ("", "", "", {})
    assert (registration.country, registration.state) == ("ES", RegistrationState.CONFIRMED)


def test_erased_person_is_forgotten_by_address_too_unless_others_share_it():
    person, other = PersonFactory(), PersonFactory()
    for owner, address in ((person, "Ana@Example.org"), (person, "office@example.org"), (other, "Office@example.org")):
        owner.emails.create(address=address)
    guests = [
        RegistrationFactory(name=name, email=email, email_key=email.lower(), person=matched)
        for name, email, matched in (
            ("Ana", "ana@EXAMPLE.org", None), ("Bea", "office@example.org", None), ("Cyr", "ana@example.org", other),
            ("Ana", "new@example.org", person), ("Ana", "new@example.org", None),
        )
    ]  # fmt: skip
    CertificateFactory(registration=guests[0], event=guests[0].event, holder_name="Ana")

    staff = UserFactory(is_staff=True)
    erase_person(person=person, reason="Asked for it", project=guests[0].event.project, by=staff)

    assert [Registration.objects.get(pk=guest.pk).name for guest in guests] == ["", "Bea", "Cyr", "", ""]
    assert Certificate.objects.get().holder_name == ""


def test_organisers_are_asked_to_answer_guests_and_to_say_what_took_place():
    event = EventFactory(confirms_by_hand=True)
    RegistrationFactory.create_batch(2, event=event, state=RegistrationState.PENDING)
    RegistrationFactory(event=event)
    past = datetime(2018, 3, 14, tzinfo=UTC)
    over = EventFactory(partner=event.partner, starts_at=past, ends_at=past, title={"en": "Invented day"})
    manager = UserFactory(role=Role.MANAGER, partner=event.partner)

    found = [(todo.title, todo.url) for todo in todos_of(manager) if "/events/" in todo.url]

    here = f"/en/projects/{event.project.code}/events/"
    assert found == [
        ("2 guests wait for your answer", f"{here}{event.pk}/registrations/?state=pending"),
        ("Say whether it took place: Invented day", f"{here}{over.pk}/"),
    ]
    assert not [todo for todo in todos_of(UserFactory()) if "/events/" in todo.url]
