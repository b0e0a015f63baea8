from __future__ import annotations

import pytest

from core import audit
from core.models import AuditEntry
from core.problems import ProblemsFound
from network.enums import ExperienceState, ParticipationState, Role
from network.models import Affiliation, Consent, Experience, Head, Merge, Person, PersonEmail
from network.services.counting import recount, touched_by
from network.services.erasure import erase_person
from network.services.merging import merge_people
from network.services.unmerging import unmerge
from tests.factories import ExperienceFactory, ParticipationFactory, PartnerFactory, PersonFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def record():
    partner = PartnerFactory()
    person = PersonFactory(given_name="Ana", family_name="Inventada", phone="+34600000000", partners=[partner])
    PersonEmail.objects.create(person=person, address="ana@example.org")
    Affiliation.objects.create(person=person, organisation=partner.organisation, function="Director")
    record = ParticipationFactory(
        person=person, partner=partner, project=partner.project, state=ParticipationState.VERIFIED,
        function_then="Director",
    )  # fmt: skip
    recount(touched_by([record]))
    return record


@pytest.fixture
def coordinator(record):
    return UserFactory(role=Role.COORDINATOR, project=record.project)


def test_erased_person_has_no_name_anywhere_and_heads_hold(record, coordinator):
    audit.record("network.person.changed", target=record.person, by=coordinator, given_name=["Anna", "Ana"])
    heads = list(Head.objects.values())

    erase_person(person=record.person, reason="asked for", project=record.project, by=coordinator)

    person, kept = Person.objects.get(pk=record.person_id), record.person.participations.get()
    assert (person.given_name, person.family_name, person.name_key, person.phone) == ("", "", "", "")
    assert (person.emails.count(), person.affiliations.count(), kept.function_then) == (0, 0, "")
    assert list(Head.objects.values()) == heads
    log = AuditEntry.objects.filter(target_type="network.person", target_id=str(person.pk)).order_by("pk")
    assert [entry.detail for entry in log] == [{}, {"reason": "asked for"}]


def test_story_of_an_erased_learner_is_taken_down(record, coordinator):
    ExperienceFactory(
        partner=record.partner, learner=record.person, state=ExperienceState.PUBLISHED, story={"en": "Ana tells"},
        story_name="Ana",
    )  # fmt: skip
    erase_person(person=record.person, reason="asked for", project=record.project, by=coordinator)
    told = Experience.objects.values_list("state", "story", "story_name").get()
    assert told == (ExperienceState.REVIEWED, {}, "")


def test_records_merged_into_the_person_are_erased_with_it(record, coordinator):
    twin = PersonFactory(given_name="Anna", partners=[record.partner])
    merge = merge_people(survivor=record.person, other=twin, project=record.project, by=coordinator)
    erase_person(person=record.person, reason="asked for", project=record.project, by=coordinator)
    twin.refresh_from_db()
    assert (twin.given_name, Merge.objects.get().moved) == ("", {})
    with pytest.raises(ProblemsFound):
        unmerge(merge=Merge.objects.get(pk=merge.pk), by=coordinator)


def test_nobody_is_erased_twice(record, coordinator):
    erase_person(person=record.person, reason="asked for", project=record.project, by=coordinator)
    with pytest.raises(ProblemsFound):
        erase_person(person=record.person, reason="again", project=record.project, by=coordinator)
    assert not Consent.objects.exists()
