from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from core.todos import todos_of
from network.enums import RelationshipKind, Role
from network.models import Contact, Relationship, StakeholderRating
from network.services import graph
from network.services.erasure import erase_person
from tests.factories import OrganisationFactory, PartnerFactory, PersonFactory, ProjectFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def project():
    cache.clear()
    return ProjectFactory()


@pytest.fixture
def partner(project):
    return PartnerFactory(project=project)


@pytest.fixture
def user(client, project, partner):
    found = UserFactory(role=Role.CONTRIBUTOR, project=project, partner=partner)
    client.force_login(found)
    return found


@pytest.fixture
def company(project):
    return OrganisationFactory(
        name="Invented Works", country="PT", region="PT118", city="Vila Inventada", projects=[project]
    )


def address(name, project, *args):
    return reverse(f"network:{name}", args=[project.code, *args])


def related(project, one, two):
    return Relationship.objects.create(project=project, source=one, target=two, kind=RelationshipKind.HOSTS_FOR)


def test_the_map_counts_by_country_and_tells_region_and_town(client, user, project, partner, company):
    page = client.get(address("organisation_map", project))
    counted = dict(zip(page.context["spec"].codes, page.context["spec"].values, strict=True))
    assert counted == {"ES": (1,), "PT": (1,)}
    assert "Vila Inventada" in page.content.decode()
    narrowed = client.get(address("organisation_map", project), {"country": "PT"})
    assert narrowed.context["spec"].codes == ("PT",)


def test_the_graph_draws_what_the_filter_leaves_and_says_it_as_a_table(client, user, project, partner, company):
    other = OrganisationFactory(name="Invented <Chamber>", country="PT", projects=[project])
    related(project, company, other)
    related(project, company, partner.organisation)
    page = client.get(address("organisation_graph", project))
    assert (len(page.context["drawing"]["nodes"]), len(page.context["drawing"]["lines"])) == (3, 2)
    assert "Invented &lt;Chamber&gt;" in page.content.decode()
    narrowed = client.get(address("organisation_graph", project), {"country": "PT"})
    assert (len(narrowed.context["drawing"]["nodes"]), list(narrowed.context["relationships"])) == (
        2,
        [Relationship.objects.get(target=other)],
    )


def test_a_large_graph_is_drawn_by_a_job(
    client, user, project, company, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(graph, "AT_ONCE", 1)
    related(project, company, OrganisationFactory(projects=[project]))
    page = client.get(address("organisation_graph", project))
    assert (page.context["drawing"], "Draw it now" in page.content.decode()) == (None, True)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(address("graph_draw", project))
    assert len(client.get(address("organisation_graph", project)).context["drawing"]["nodes"]) == 2


@pytest.mark.parametrize(
    ("importance", "interest", "square"), [(5, 4, 0), (4, 3, 1), (3, 5, 2), (1, 1, 3)]
)  # fmt: skip
def test_a_rating_puts_an_organisation_into_its_square(client, user, project, company, importance, interest, square):
    rating = {"importance": importance, "interest": interest}
    client.post(address("stakeholder_rate", project, company.pk), {"importance": 2, "interest": 2})
    client.post(address("stakeholder_rate", project, company.pk), rating)
    page = client.get(address("organisation_grid", project))
    assert [len(ratings) for _title, _words, ratings in page.context["squares"]] == [
        int(place == square) for place in range(4)
    ]
    assert StakeholderRating.objects.count() == 1


@pytest.mark.parametrize("given", [{"importance": "6", "interest": "1"}, {"importance": "", "interest": "x"}])
def test_a_rating_is_a_figure_from_1_to_5(client, user, project, company, given):
    assert client.post(address("stakeholder_rate", project, company.pk), given).status_code == 422


def talk(at, **more):
    return {"partner": at.pk, "way": "phone", "held_on": "2018-03-14", "note": "They may host two.", **more}


def test_a_talk_with_a_next_step_becomes_a_task_until_it_is_done(client, user, project, partner, company):
    step = {"next_step": "Send the agreement", "next_on": "2018-04-01"}
    answer = client.post(address("contact_note", project, company.pk), talk(partner, **step))
    assert answer.status_code == 302
    contact = Contact.objects.get()
    told = [(todo.title, todo.due) for todo in todos_of(user)]
    assert ("Send the agreement", date(2018, 4, 1)) in told
    assert "They may host two." in client.get(company_page(project, company)).content.decode()
    client.post(address("contact_done", project, contact.pk))
    assert "Send the agreement" not in [todo.title for todo in todos_of(user)]


def company_page(project, company):
    return address("organisation_detail", project, company.pk)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"held_on": (timezone.localdate() + timedelta(days=2)).isoformat()}, "held_on"),
        ({"next_on": "2018-04-01"}, "next_step"),
        ({"next_step": "Ring", "next_on": "2018-01-01"}, "next_on"),
        ({"partner": "987654"}, "partner"),
    ],
)
def test_a_talk_that_cannot_be_is_refused_beside_its_field(client, user, project, partner, company, wrong, field):
    answer = client.post(address("contact_note", project, company.pk), talk(partner, **wrong))
    assert (answer.status_code, list(answer.context["form"].errors), Contact.objects.count()) == (422, [field], 0)


def test_talks_are_not_for_other_partners_and_forget_an_erased_person(client, user, project, partner, company):
    person = PersonFactory(partners=[partner])
    contact = Contact.objects.create(
        project=project, partner=partner, organisation=company, person=person, held_on="2018-03-14", note="Ana said so."
    )
    beside = UserFactory(role=Role.MANAGER, project=project, partner=PartnerFactory(project=project))
    assert list(Contact.objects.visible_to(beside)) == []
    assert list(Contact.objects.visible_to(user)) == [contact]
    erase_person(person=person, reason="asked", project=project, by=UserFactory(is_staff=True))
    contact.refresh_from_db()
    assert (contact.person, contact.note) == (None, "")
