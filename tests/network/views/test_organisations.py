from __future__ import annotations

import pytest
from django.urls import reverse

from core.models import Job
from network.enums import OrganisationKind, RelationshipKind, Role
from network.models import Organisation, PossibleDuplicate, Relationship, Tag
from network.services.duplicates import find_duplicates
from tests.factories import OrganisationFactory, ParticipationFactory, PartnerFactory, PersonFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def partner():
    return PartnerFactory()


@pytest.fixture
def manager(partner, client):
    user = UserFactory(role=Role.MANAGER, partner=partner)
    client.force_login(user)
    return user


def url(name, partner, *args):
    return reverse(f"network:{name}", args=[partner.project.code, *args])


def enterprise(partner, **kwargs):
    """An enterprise with a row of everything the list can show."""
    defaults = {"kind": OrganisationKind.ENTERPRISE, "size": "10-49", "region": "ES618", "sector": "C"}
    found = OrganisationFactory(projects=[partner.project], parent=partner.organisation, **(defaults | kwargs))
    found.tags.add(Tag.objects.get_or_create(project=partner.project, name="invented")[0])
    ParticipationFactory(partner=partner, project=partner.project, person=None, organisation=found)
    Relationship.objects.create(
        project=partner.project, source=found, target=partner.organisation, kind=RelationshipKind.HOSTS_FOR
    )
    return found


@pytest.mark.parametrize("name", ["organisation_list", "relationship_list", "duplicate_list"])
def test_lists_take_the_same_statements_for_1_and_3_rows(client, partner, manager, name, django_assert_max_num_queries):
    counts = []
    enterprise(partner, name="Invented Twin")
    for more in (1, 2):
        for number in range(more):
            enterprise(partner, name=f"Invented Twin {'S.L.' * (number + more)}")
        find_duplicates(project=partner.project, by=manager)
        columns = "?columns=parent&columns=sector&columns=tags&columns=kind"
        with django_assert_max_num_queries(40) as seen:
            assert client.get(url(name, partner) + columns).status_code == 200
        counts.append(len(seen))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("query", "count"),
    [("q=fabrica", 1), ("sector=C", 2), ("sector=J", 0), ("region=es61", 2), ("relationship=hosts_for", 3),
     ("is_partner=true", 1), ("q=E10000001", 1), ("size=10-49", 2)],
)  # fmt: skip
def test_list_finds_organisations(client, partner, manager, query, count):
    enterprise(partner, name="Fábrica Inventada", oid="E10000001", sector="29")
    enterprise(partner)
    answer = client.get(f"{url('organisation_list', partner)}?{query}")
    assert answer.context["listing"].page.paginator.count == count


def test_organisation_is_written_down_and_changed(client, partner, manager):
    form = {"name": "Invented S.L.", "kind": "enterprise", "size": "1-9", "country": "ES", "region": "es618"}
    client.post(url("organisation_add", partner), form)
    added = Organisation.objects.get(name="Invented S.L.")
    address = url("organisation_change", partner, added.pk)
    seen = client.get(address).context["form"].initial["seen"]
    client.post(address, form | {"name": "Invented Two S.L.", "seen": seen})
    added.refresh_from_db()
    assert (added.name, added.region, list(added.projects.all())) == ("Invented Two S.L.", "ES618", [partner.project])
    assert client.post(address, form | {"seen": seen}).status_code == 422


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"kind": "chamber"}, "size"),
        ({"region": "PT1"}, "region"),
        ({"latitude": "40"}, "latitude"),
        ({"pic": "1"}, "pic"),
    ],
)
def test_wrong_input_is_told_at_the_field(client, partner, manager, change, field):
    form = {"name": "Invented", "kind": "enterprise", "size": "1-9", "country": "ES", "region": "ES618"}
    answer = client.post(url("organisation_add", partner), form | change)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])


def test_organisation_cannot_be_part_of_itself(client, partner, manager):
    parent = enterprise(partner)
    child = OrganisationFactory(parent=parent, projects=[partner.project])
    address = url("organisation_change", partner, parent.pk)
    seen = client.get(address).context["form"].initial["seen"]
    answer = client.post(address, {"name": "x", "kind": "enterprise", "parent": child.name, "seen": seen})
    assert list(answer.context["form"].errors) == ["parent"]


def test_relationship_is_added_once_and_taken_off(client, partner, manager):
    one, two = (OrganisationFactory(projects=[partner.project]) for _ in range(2))
    typed = {"kind": "advises", "target": f"(no. {two.pk})", "starts_on": "2018-01-01"}
    answers = [client.post(url("relationship_add", partner, one.pk), typed).status_code for _ in range(2)]
    relationship = Relationship.objects.get()
    client.post(url("relationship_remove", partner, one.pk, relationship.pk))
    assert (answers, Relationship.objects.count()) == ([302, 422], 0)


def test_detail_names_only_people_the_reader_may_know(client, partner, manager):
    place = enterprise(partner)
    for own in (partner, PartnerFactory(project=partner.project)):
        person = PersonFactory(partners=[own], family_name=f"Known to {own.pk}")
        person.affiliations.create(organisation=place)
    text = client.get(url("organisation_detail", partner, place.pk)).content.decode()
    assert (f"Known to {partner.pk}" in text, text.count("Known to ")) == (True, 1)


def test_two_ticked_rows_are_compared_and_merged(client, partner, manager):
    one, two = enterprise(partner, website=""), enterprise(partner, website="https://example.org")
    answer = client.post(
        url("duplicate_compare", partner, "organisation"), {"chosen": [one.pk, two.pk]}, follow=True
    )  # fmt: skip
    pair = PossibleDuplicate.objects.get()
    assert [choice.name for choice in answer.context["choices"] if choice.of_second] == ["website"]
    decided = {"decision": "merge", "survivor": "second", "field-name": "first", "field-website": "second"}
    client.post(url("duplicate_decide", partner, pair.pk), decided)
    one.refresh_from_db()
    two.refresh_from_db()
    assert (one.merged_into, two.name, two.website) == (two, one.name, "https://example.org")


def test_search_runs_as_a_job_and_a_pair_kept_apart_is_not_found_again(
    client, partner, manager, django_capture_on_commit_callbacks
):
    for _ in range(2):
        PersonFactory(given_name="Ana", family_name="Inventada", partners=[partner])
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(url("duplicate_search", partner))
    pair, job = PossibleDuplicate.objects.get(), Job.objects.get()
    assert (answer.headers["Location"], job.state, job.result["message"]) == (
        job.get_absolute_url(), "done", "1 new pair to decide.",
    )  # fmt: skip
    client.post(url("duplicate_decide", partner, pair.pk), {"decision": "different"})
    assert find_duplicates(project=partner.project, by=manager) == 0
    assert PossibleDuplicate.objects.values_list("are_same", flat=True).get() is False


def test_merge_is_undone_from_the_page_by_those_who_may(client, partner, manager):
    one, two = (PersonFactory(partners=[partner], given_name="A", family_name="B") for _ in range(2))
    client.post(url("duplicate_compare", partner, "person"), {"chosen": [one.pk, two.pk]})
    pair = PossibleDuplicate.objects.get()
    client.post(url("duplicate_decide", partner, pair.pk), {"decision": "merge", "survivor": "first"})
    merge = client.get(url("person_detail", partner, one.pk)).context["dossier"].merges[0]
    client.force_login(UserFactory(role=Role.MANAGER))
    assert client.post(url("unmerge", partner, merge.pk)).status_code == 404
    client.force_login(manager)
    client.post(url("unmerge", partner, merge.pk))
    two.refresh_from_db()
    assert two.merged_into is None
