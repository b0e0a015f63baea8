from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser

from dissemination.enums import PUBLIC_STATES, EventState
from dissemination.models import Event, Registration
from network.enums import Role
from tests.factories import PartnerFactory, UserFactory
from tests.factories.dissemination import EventFactory, RegistrationFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", [None, *Role])
def test_event_visible_to_agrees_with_view_permission(role):
    event = EventFactory(state=EventState.DRAFT)
    user = UserFactory(role=role, project=event.project)

    listed = Event.objects.visible_to(user).contains(event)

    assert listed == user.has_perm("dissemination.view_event", event) == (role is not None)


@pytest.mark.parametrize("state", EventState)
def test_public_finds_what_is_public(state):
    event = EventFactory(state=state)

    assert Event.objects.public().contains(event) == event.is_public == (state in PUBLIC_STATES)
    assert not Event.objects.visible_to(AnonymousUser()).exists()


@pytest.mark.parametrize(
    ("role", "of_organiser", "beside"),
    [
        (Role.COORDINATOR, True, True), (Role.AUDITOR, True, True), (Role.MANAGER, True, False),
        (Role.CONTRIBUTOR, True, False), (Role.VERIFIER, True, False), (Role.READER, False, False),
    ],
)  # fmt: skip
def test_registrations_are_for_who_may_know_names(role, of_organiser, beside):
    own = RegistrationFactory()
    other = RegistrationFactory(event__partner=PartnerFactory(project=own.event.project))
    whole = role in (Role.COORDINATOR, Role.AUDITOR)
    user = UserFactory(role=role, project=own.event.project, partner=None if whole else own.event.partner)

    listed = set(Registration.objects.visible_to(user))

    assert listed == {row for row, seen in ((own, of_organiser), (other, beside)) if seen}
    assert {row for row in (own, other) if user.has_perm("dissemination.view_registration", row)} == listed


def test_co_organiser_knows_the_guests():
    registration = RegistrationFactory()
    beside = PartnerFactory(project=registration.event.project)
    registration.event.co_organisers.add(beside)
    user = UserFactory(role=Role.CONTRIBUTOR, partner=beside)

    assert list(Registration.objects.visible_to(user)) == [registration]
