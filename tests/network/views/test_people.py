from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from core.models import AuditEntry
from network.enums import Role
from network.models import Affiliation, Consent, Person, PersonEmail, Segment, Tag
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


def full_person(partner, **kwargs):
    """Somebody with a row of everything the list can show."""
    person = PersonFactory(partners=[partner], **kwargs)
    PersonEmail.objects.create(person=person, address=f"invented{person.pk}@example.org")
    Affiliation.objects.create(person=person, organisation=OrganisationFactory(projects=[partner.project]))
    person.tags.add(Tag.objects.get_or_create(project=partner.project, name="invented")[0])
    ParticipationFactory(person=person, partner=partner, project=partner.project)
    return person


def names(response):
    return [person.full_name for person in response.context["listing"].page.object_list]


@pytest.mark.parametrize("columns", ["", "?columns=email&columns=organisation&columns=tags&columns=partner"])
def test_list_takes_the_same_statements_for_1_and_3_people(
    client, partner, manager, columns, django_assert_max_num_queries
):
    counts = []
    for more in (1, 2):
        for _ in range(more):
            full_person(partner)
        with django_assert_max_num_queries(40) as seen:
            assert client.get(url("person_list", partner) + columns).status_code == 200
        counts.append(len(seen))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=lukasz", ["Łukasz Wymyślony"]),
        ("q=wymyslony+luk", ["Łukasz Wymyślony"]),
        ("q=ana@example", ["Ana Inventada"]),
        ("country=PT", ["Ana Inventada"]),
        ("tag=x", ["Ana Inventada", "Łukasz Wymyślony"]),
        ("is_minor=true", ["Łukasz Wymyślony"]),
        ("organisation=invented+school", ["Łukasz Wymyślony"]),
        ("sort=-name", ["Łukasz Wymyślony", "Ana Inventada"]),
    ],
)
def test_list_finds_people(client, partner, manager, query, found):
    ana = PersonFactory(given_name="Ana", family_name="Inventada", country="PT", partners=[partner])
    PersonEmail.objects.create(person=ana, address="ana@example.org")
    lukasz = PersonFactory(
        given_name="Łukasz", family_name="Wymyślony", country="PL", partners=[partner], is_minor=True
    )
    Affiliation.objects.create(person=lukasz, organisation=OrganisationFactory(name="Invénted School S.L."))

    assert names(client.get(f"{url('person_list', partner)}?{query}")) == found


def test_people_of_other_partners_are_neither_listed_nor_opened(client, partner, manager):
    other = PersonFactory(partners=[PartnerFactory(project=partner.project)])
    answers = [client.get(url(name, partner, other.pk)).status_code for name in ("person_detail", "person_change")]
    assert (names(client.get(url("person_list", partner))), answers) == ([], [404, 404])


def test_every_opening_of_names_is_logged(client, partner, manager):
    person = full_person(partner)
    client.get(url("person_list", partner))
    client.get(url("person_detail", partner, person.pk))
    list(client.get(url("person_export", partner, "csv")))
    actions = AuditEntry.objects.filter(actor=manager).order_by("pk").values_list("action", flat=True)
    assert list(actions) == ["network.people.listed", "network.person.opened", "network.people.exported"]


def test_sheet_holds_the_chosen_columns_of_the_filtered_rows(client, partner, manager):
    full_person(partner, given_name="=Ana", family_name="Inventada", country="PT")
    full_person(partner, country="PL")
    answer = client.get(url("person_export", partner, "csv") + "?country=PT&columns=country&columns=records")
    assert b"".join(answer).decode("utf-8-sig").splitlines() == ["Name,Country,Records", "'=Ana Inventada,PT,1"]


def test_workbook_opens_as_a_workbook(client, partner, manager):
    full_person(partner)
    answer = client.get(url("person_export", partner, "xlsx"))
    assert b"".join(answer.streaming_content)[:2] == b"PK"


@pytest.mark.parametrize(("role", "rows"), [(Role.MANAGER, 1), (Role.COORDINATOR, 0)])
def test_minors_leave_in_sheets_with_their_own_partner_only(client, partner, role, rows):
    PersonFactory(partners=[partner], is_minor=True)
    client.force_login(
        UserFactory(role=role, project=partner.project, partner=partner if role == Role.MANAGER else None)
    )
    lines = b"".join(client.get(url("person_export", partner, "csv"))).decode().splitlines()
    assert len(lines) - 1 == rows


FORM = {"given_name": "Ana", "family_name": "Inventada", "emails": "ana@example.org\nana2@example.org", "country": "ES"}


def test_person_is_written_down_with_addresses(client, partner, manager):
    answer = client.post(url("person_add", partner), FORM | {"phone": "600 000 000", "partners": partner.pk})
    person = Person.objects.get()
    assert answer.headers["Location"] == url("person_detail", partner, person.pk)
    assert (person.full_name, person.phone, list(person.partners.all())) == ("Ana Inventada", "+34600000000", [partner])
    assert [email.address for email in person.emails.all()] == ["ana@example.org", "ana2@example.org"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"given_name": "", "family_name": ""}, "given_name"),
        ({"is_minor": "on"}, "guardian_contact"),
        ({"birth_year": date.today().year - 10}, "is_minor"),
        ({"emails": "not an address"}, "emails"),
        ({"partners": ""}, "partners"),
    ],
)
def test_wrong_input_answers_422_beside_the_field(client, partner, manager, change, field):
    answer = client.post(url("person_add", partner), FORM | {"partners": partner.pk} | change)
    assert (answer.status_code, list(answer.context["form"].errors), Person.objects.count()) == (422, [field], 0)


def test_second_editor_sees_both_versions_and_may_then_save(client, partner, manager):
    person = PersonFactory(partners=[partner], given_name="Ana", family_name="Inventada")
    address = url("person_change", partner, person.pk)
    seen = client.get(address).context["form"].initial["seen"]
    Person.objects.get(pk=person.pk).save()
    Person.objects.filter(pk=person.pk).update(family_name="Meanwhile")

    answer = client.post(address, FORM | {"partners": partner.pk, "family_name": "Mine", "seen": seen})
    told = [(one.stored, one.typed) for one in answer.context["differing"]]
    assert (answer.status_code, ("Meanwhile", "Mine") in told) == (422, True)
    assert Person.objects.get().family_name == "Meanwhile"

    again = answer.context["form"]["seen"].value()
    assert answer.context["form"]["family_name"].value() == "Mine"
    client.post(address, FORM | {"partners": partner.pk, "family_name": "Mine", "seen": again})
    assert Person.objects.get().family_name == "Mine"


def test_saving_keeps_partners_one_does_not_write_for(client, partner, manager):
    other = PartnerFactory(project=partner.project)
    person = PersonFactory(partners=[partner, other])
    address = url("person_change", partner, person.pk)
    seen = client.get(address).context["form"].initial["seen"]
    client.post(address, FORM | {"partners": partner.pk, "seen": seen})
    assert set(person.partners.all()) == {partner, other}


def test_detail_shows_what_is_kept(client, partner, manager):
    person = full_person(partner)
    text = client.get(url("person_detail", partner, person.pk)).content.decode()
    record = person.participations.get()
    for expected in (person.full_name, f"invented{person.pk}@example.org", str(record.occasion), "invented"):
        assert expected in text


def test_merged_record_leads_to_the_survivor(client, partner, manager):
    survivor = PersonFactory(partners=[partner])
    gone = PersonFactory(partners=[partner], merged_into=survivor)
    answer = client.get(url("person_detail", partner, gone.pk))
    assert answer.headers["Location"] == url("person_detail", partner, survivor.pk)


def test_consent_is_given_and_withdrawn(client, partner, manager):
    person = PersonFactory(partners=[partner])
    given = {"purpose": "name", "given_on": "2018-03-01", "how": "paper", "text_version": "1"}
    client.post(url("consent_give", partner, person.pk), given)
    consent = Consent.objects.get()
    client.post(url("consent_withdraw", partner, person.pk, consent.pk))
    consent.refresh_from_db()
    assert (consent.purpose, consent.withdrawn_at is not None) == ("name", True)


def test_consent_for_a_minor_needs_the_guardian(client, partner, manager):
    person = PersonFactory(partners=[partner], is_minor=True)
    given = {"purpose": "name", "given_on": "2018-03-01", "how": "paper", "text_version": "1"}
    answer = client.post(url("consent_give", partner, person.pk), given)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["by_guardian"])


def test_tag_says_how_many_got_it_and_how_many_had_it(client, partner, manager):
    fresh, known = PersonFactory(partners=[partner]), full_person(partner)
    answer = client.post(
        url("person_tag", partner), {"chosen": [fresh.pk, known.pk], "tag": "invented"}, follow=True
    )  # fmt: skip
    told = [str(message) for message in answer.context["messages"]]
    assert told == ["1 record got the tag “invented”.", "1 had it already."]


def test_saved_list_keeps_the_question_and_is_ones_own(client, partner, manager):
    kept = {"listing": "people", "name": "From Portugal", "query": "country=PT"}
    answer = client.post(url("segment_add", partner), kept)
    segment = Segment.objects.get()
    assert answer.headers["Location"] == f"{url('person_list', partner)}?country=PT"
    client.force_login(UserFactory(role=Role.MANAGER, partner=partner))
    assert client.post(url("segment_remove", partner, segment.pk)).status_code == 404
    client.force_login(manager)
    client.post(url("segment_remove", partner, segment.pk))
    assert not Segment.objects.exists()


def test_htmx_gets_the_results_alone(client, partner, manager):
    full_person(partner)
    text = client.get(url("person_list", partner), headers={"HX-Request": "true"}).content.decode()
    assert ("<html" in text, "1 person" in text) == (False, True)


@pytest.mark.parametrize(
    ("role", "codes"),
    [
        (Role.READER, (200, 403, 404)),
        (Role.AUDITOR, (200, 403, 403)),
        (Role.CONTRIBUTOR, (200, 200, 403)),
        (Role.MANAGER, (200, 200, 200)),
    ],
)
def test_who_may_list_add_and_erase(client, partner, role, codes):
    person = PersonFactory(partners=[partner])
    client.force_login(UserFactory(role=role, project=partner.project, partner=partner))
    addresses = [url("person_list", partner), url("person_add", partner), url("person_erase", partner, person.pk)]
    assert tuple(client.get(address).status_code for address in addresses) == codes
