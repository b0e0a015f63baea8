from __future__ import annotations

from network.enums import Role
from network.models import Organisation, Person, Project
from tests.factories import OrganisationFactory, PartnerFactory, UserFactory


def test_person_is_written_down_for_ones_own_partner(world, manager):
    given = {
        "given_name": "Ana",
        "family_name": "Invented",
        "emails": ["ana@example.org"],
        "partners": [world.partner.pk],
    }
    answer = manager.post("/api/v1/people/", given, format="json")
    told = answer.json()
    assert (answer.status_code, told["name"], told["emails"], told["partners"]) == (
        201, "Ana Invented", ["ana@example.org"], [world.partner.pk],
    )  # fmt: skip

    other = PartnerFactory(project=world.project)
    assert manager.post("/api/v1/people/", given | {"partners": [other.pk]}, format="json").status_code == 403


def test_person_is_changed_by_who_has_read_the_newest(world, manager):
    address = f"/api/v1/people/{world.person.pk}/"
    seen = manager.get(address).json()["changed_at"]

    first = manager.patch(address, {"seen": seen, "phone": "+34900000000"}, format="json")
    stale = manager.patch(address, {"seen": seen, "phone": "+34900000001"}, format="json")

    stored = Person.objects.get(pk=world.person.pk)
    assert (first.status_code, stale.status_code, stored.phone) == (200, 409, "+34900000000")
    assert (stored.family_name, list(stored.partners.all())) == (world.person.family_name, [world.partner])


def test_organisation_is_written_into_a_directory_and_changed(world, manager):
    given = {"project": world.project.code, "name": "Invented Works", "kind": "enterprise", "country": "ES"}
    made = manager.post("/api/v1/organisations/", given, format="json")
    told = made.json()
    changed = manager.patch(
        f"/api/v1/organisations/{told['id']}/", {"seen": told["changed_at"], "city": "Zamora"}, format="json"
    )

    stored = Organisation.objects.get(pk=told["id"])
    assert (made.status_code, changed.status_code, stored.city, stored.name) == (201, 200, "Zamora", "Invented Works")
    assert list(stored.projects.all()) == [world.project]


def test_organisation_is_not_for_readers_to_change(world):
    reader = world.client(Role.READER)
    organisation = OrganisationFactory(projects=[world.project])
    answer = reader.patch(f"/api/v1/organisations/{organisation.pk}/", {"seen": "x"}, format="json")
    assert answer.status_code == 403


def test_country_is_one(world, manager):
    given = {"project": world.project.code, "name": "Invented", "country": "QQ"}
    problems = manager.post("/api/v1/organisations/", given, format="json").json()["problems"]
    assert [problem["field"] for problem in problems] == ["country"]


def test_project_is_begun_by_a_coordinator(world):
    coordinator, manager = world.client(Role.COORDINATOR), world.client(Role.MANAGER)
    given = {"code": "invented", "title": {"en": "Invented project"}}

    answers = [client.post("/api/v1/projects/", given, format="json") for client in (manager, coordinator, coordinator)]

    assert [answer.status_code for answer in answers[::2]] == [403, 422]
    assert (answers[1].status_code, Project.objects.filter(code="invented").exists()) in ((201, True), (422, False))
    assert UserFactory().memberships.count() == 0


def test_experience_is_begun_and_changed_within_its_project(world, manager):
    host, foreign = OrganisationFactory(projects=[world.project]), OrganisationFactory()
    given = {
        "partner": world.partner.pk, "title": "Invented placement", "kind": "apprenticeship", "level": "local",
        "learner": world.person.pk, "provider": world.organisation.pk, "host": host.pk, "starts_on": "2018-02-01",
        "ends_on": "2018-04-30", "hours": "120", "outcomes": ["Welds"], "state": "published",
    }  # fmt: skip
    made = manager.post("/api/v1/experiences/", given, format="json")
    address = f"/api/v1/experiences/{made.json()['id']}/"

    changed = manager.patch(address, {"version": 1, "hours": "130"}, format="json")
    stale = manager.patch(address, {"version": 1, "hours": "140"}, format="json")
    elsewhere = manager.post("/api/v1/experiences/", given | {"host": foreign.pk}, format="json")

    assert (made.status_code, made.json()["state"], made.json()["outcomes"]) == (201, "draft", ["Welds"])
    assert (changed.status_code, changed.json()["hours"], stale.status_code) == (200, "130.00", 409)
    assert (elsewhere.status_code, elsewhere.json()["problems"][0]["field"]) == (400, "host")
