from __future__ import annotations

from datetime import UTC, date, datetime
from random import Random

import pytest
from django.apps import apps

from core.problems import ProblemsFound
from network.enums import ConsentPurpose, ParticipationState, Role
from network.models import Affiliation, Consent, Head, Participation, PersonEmail, PossibleDuplicate, Proof, Tag
from network.services.checking import full_states, kept_states
from network.services.counting import recount, touched_by
from network.services.merging import merge_organisations, merge_people
from network.services.unmerging import unmerge
from tests.factories import (
    CategoryFactory,
    EvidenceFactory,
    ExperienceFactory,
    OccasionFactory,
    OrganisationFactory,
    ParticipationFactory,
    PartnerFactory,
    PersonFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
BOOKKEEPING = {"network.Merge", "core.AuditEntry", "network.TallyDelta", "network.Tally", "network.Head"}


def everything():
    """Every row of the network, without the moment of its last change."""
    return {
        model._meta.label: sorted(
            str({k: v for k, v in row.items() if k != "changed_at"}) for row in model._base_manager.values()
        )
        for model in apps.get_app_config("network").get_models(include_auto_created=True)
        if model._meta.label not in BOOKKEEPING
    }


def counted_by_hand():
    return sorted(set(Participation.objects.verified().values_list("partner", "category", "person")))


def heads():
    return sorted(
        Head.objects.values_list("partner", "category", "person", "organisation", "is_shared", "is_evidenced")
    )


@pytest.fixture
def partner():
    return PartnerFactory()


@pytest.fixture
def coordinator(partner):
    return UserFactory(role=Role.COORDINATOR, project=partner.project)


def verified(partner, **kwargs):
    return ParticipationFactory(partner=partner, project=partner.project, state=ParticipationState.VERIFIED, **kwargs)


def test_merged_people_are_one_head_and_the_other_record_is_a_redirect(partner, coordinator):
    category = CategoryFactory(project=partner.project)
    one, two = (verified(partner, category=category) for _ in range(2))
    recount(touched_by([one, two]))

    merge_people(survivor=one.person, other=two.person, project=partner.project, by=coordinator)

    two.person.refresh_from_db()
    assert two.person.merged_into == one.person
    assert heads() == [(partner.pk, category.pk, one.person.pk, None, False, False)]
    assert set(Participation.objects.values_list("person", flat=True)) == {one.person.pk}


def test_of_the_same_occasion_the_verified_record_remains_with_all_evidence(partner, coordinator):
    first = ParticipationFactory(partner=partner, project=partner.project)
    second = verified(partner, category=first.category, occasion=first.occasion, signed=None)
    Participation.objects.filter(pk=first.pk).update(signed=True)
    shared, own = EvidenceFactory(partner=partner), EvidenceFactory(partner=partner)
    for record, evidence in [(first, shared), (second, shared), (first, own)]:
        Proof.objects.create(participation=record, evidence=evidence)

    merge_people(survivor=first.person, other=second.person, project=partner.project, by=coordinator)

    kept = Participation.objects.get()
    assert (kept.pk, kept.person, kept.state, kept.signed) == (second.pk, first.person, "verified", True)
    assert set(kept.evidence.all()) == {shared, own}


def test_chosen_fields_come_from_the_record_that_goes_and_the_strict_ones_from_either(partner, coordinator):
    one = PersonFactory(given_name="Ana", family_name="Inventada", partners=[partner])
    two = PersonFactory(given_name="Anna", family_name="", phone="+34600000000", is_minor=True, partners=[partner])

    merge_people(survivor=one, other=two, take=["phone"], project=partner.project, by=coordinator)

    one.refresh_from_db()
    assert (one.full_name, one.phone, one.is_minor) == ("Ana Inventada", "+34600000000", True)


def consent(person, project, day, withdrawn=None):
    return Consent.objects.create(
        person=person, project=project, purpose=ConsentPurpose.NAME, how="on paper", text_version="1",
        given_at=datetime(2018, 1, day, tzinfo=UTC), withdrawn_at=withdrawn,
    )  # fmt: skip


@pytest.mark.parametrize("withdrawn_by", [None, 0, 1])
def test_of_consents_the_stricter_wins(partner, coordinator, withdrawn_by):
    people = [PersonFactory(partners=[partner]) for _ in range(2)]
    for number, person in enumerate(people):
        moment = datetime(2018, 2, 1, tzinfo=UTC) if number == withdrawn_by else None
        consent(person, partner.project, 1 + number, moment)

    merge_people(survivor=people[0], other=people[1], project=partner.project, by=coordinator)

    in_force = Consent.objects.filter(person=people[0], withdrawn_at__isnull=True)
    assert (in_force.count(), people[0].consents.count()) == (int(withdrawn_by is None), 2)


def test_pairs_to_decide_follow_the_survivor(partner, coordinator):
    one, two, three = (PersonFactory(partners=[partner]) for _ in range(3))
    own = PossibleDuplicate.objects.create(project=partner.project, unit="person", first=one, second=two, why="name")
    PossibleDuplicate.objects.create(project=partner.project, unit="person", first=two, second=three, why="name")

    merge_people(survivor=one, other=two, project=partner.project, by=coordinator)

    own.refresh_from_db()
    assert own.are_same is True
    assert list(PossibleDuplicate.objects.open().values_list("first", "second")) == [(one.pk, three.pk)]


def random_people(random, partner):
    """Two people with overlapping rows of every kind that points at a person."""
    project, people = partner.project, [PersonFactory(partners=[partner]) for _ in range(2)]
    other = PartnerFactory(project=project)
    categories = [CategoryFactory(project=project) for _ in range(2)]
    occasions = [OccasionFactory(project=project) for _ in range(2)]
    tags = [Tag.objects.create(project=project, name=name) for name in "ab"]
    evidence = [EvidenceFactory(partner=partner) for _ in range(2)]
    for person in people:
        for category in categories:
            for occasion in occasions:
                for at in (partner, other):
                    if random.random() < 0.5:
                        state = random.choice(ParticipationState.values)
                        record = ParticipationFactory(
                            person=person,
                            partner=at,
                            project=project,
                            category=category,
                            occasion=occasion,
                            state=state,
                        )
                        for file in random.sample(evidence, random.randint(0, 2)):
                            Proof.objects.create(participation=record, evidence=file)
        PersonEmail.objects.create(person=person, address=random.choice(["a@example.org", "b@example.org"]))
        person.tags.set(random.sample(tags, random.randint(0, 2)))
        ExperienceFactory(partner=partner, learner=person)
        Affiliation.objects.create(person=person, organisation=partner.organisation)
        if random.random() < 0.7:
            consent(person, project, 1, random.choice([None, datetime(2018, 5, 1, 1, 2, 3, 456789, tzinfo=UTC)]))
    recount(touched_by(Participation.objects.all()))
    return people


@pytest.mark.parametrize("seed", range(12))
def test_merge_and_unmerge_leave_the_same_rows_and_exact_figures(partner, coordinator, seed):
    random = Random(seed)
    people = random_people(random, partner)
    random.shuffle(people)
    before, heads_before = everything(), heads()

    merge = merge_people(
        survivor=people[0], other=people[1], take=["family_name", "country"], project=partner.project, by=coordinator
    )
    assert [head[:3] for head in heads()] == counted_by_hand()
    assert kept_states(partner.project) == full_states(partner.project)
    unmerge(merge=merge, by=coordinator)

    assert everything() == before
    assert heads() == heads_before


def test_unmerging_keeps_what_was_edited_since(partner, coordinator):
    one, two = (PersonFactory(partners=[partner]) for _ in range(2))
    merge = merge_people(survivor=one, other=two, take=["given_name"], project=partner.project, by=coordinator)
    type(one).objects.filter(pk=one.pk).update(given_name="Corrected")

    unmerge(merge=merge, by=coordinator)

    one.refresh_from_db()
    assert one.given_name == "Corrected"


def code_of(call, **kwargs):
    with pytest.raises(ProblemsFound) as found:
        call(**kwargs)
    return [problem.code for problem in found.value.problems]


def test_merges_are_undone_last_first(partner, coordinator):
    one, two, three = (PersonFactory(partners=[partner]) for _ in range(3))
    first = merge_people(survivor=one, other=two, project=partner.project, by=coordinator)
    merge_people(survivor=three, other=one, project=partner.project, by=coordinator)
    assert code_of(unmerge, merge=first, by=coordinator) == ["later"]


def test_a_record_known_elsewhere_is_not_merged_by_one_partner(partner):
    manager = UserFactory(role=Role.MANAGER, partner=partner)
    one = PersonFactory(partners=[partner])
    two = PersonFactory(partners=[partner, PartnerFactory(project=partner.project)])
    assert code_of(merge_people, survivor=one, other=two, project=partner.project, by=manager) == ["foreign"]


def test_a_record_is_not_merged_twice_or_with_itself(partner, coordinator):
    one, two = (PersonFactory(partners=[partner]) for _ in range(2))
    common = {"project": partner.project, "by": coordinator}
    assert code_of(merge_people, survivor=one, other=one, **common) == ["same"]
    merge_people(survivor=one, other=two, **common)
    assert code_of(merge_people, survivor=one, other=two, **common) == ["merged"]


def test_merged_organisations_keep_children_functions_and_placements(partner, coordinator):
    project = partner.project
    one, two = (OrganisationFactory(projects=[project]) for _ in range(2))
    child = OrganisationFactory(parent=two, projects=[project])
    type(one).objects.filter(pk=one.pk).update(parent=two)
    ExperienceFactory(partner=partner, host=two)
    Affiliation.objects.create(person=PersonFactory(), organisation=two, starts_on=date(2018, 1, 1))
    one.refresh_from_db()
    before = everything()

    merge = merge_organisations(survivor=one, other=two, take=["name"], project=project, by=coordinator)
    one.refresh_from_db()
    child.refresh_from_db()
    assert (one.name, one.parent, child.parent) == (two.name, None, one)
    assert (one.hosted_experiences.count(), one.affiliations.count()) == (1, 1)

    unmerge(merge=merge, by=coordinator)
    assert everything() == before
