from __future__ import annotations

import pytest

from dissemination.models import Objective, PlanVersion
from network.enums import Role
from tests.factories import PartnerFactory
from tests.factories.plan import ActivityFactory, ObjectiveFactory, PlannedActivityFactory, PlanVersionFactory

pytestmark = pytest.mark.django_db
API = "/api/v1"


def statuses(answers):
    return [answer.status_code for answer in answers]


def test_objective_is_the_coordinators_and_a_key_makes_one_of_two_requests(partner, client_of):
    given = {"project": partner.project.code, "title": {"en": "Tell enterprises"}}
    manager, coordinator = client_of(Role.MANAGER), client_of(Role.COORDINATOR)

    answers = [
        client.post(f"{API}/plan-objectives/", given, format="json", headers={"Idempotency-Key": "one"})
        for client in (manager, coordinator, coordinator)
    ]

    assert statuses(answers) == [403, 201, 201]
    assert answers[1].json() == answers[2].json()
    assert [row.title for row in Objective.objects.all()] == [{"en": "Tell enterprises"}]


def test_part_that_somebody_changed_meanwhile_is_not_written_over(partner, client_of):
    objective = ObjectiveFactory(project=partner.project)
    coordinator, address = client_of(Role.COORDINATOR), f"{API}/plan-objectives/{objective.pk}/"
    seen = coordinator.get(address).json()["changed_at"]

    answers = [
        coordinator.patch(address, {"seen": seen, "title": {"en": title}}, format="json")
        for title in ("First", "Second")
    ]

    objective.refresh_from_db()
    assert (statuses(answers), objective.title) == ([200, 409], {"en": "First"})


@pytest.mark.parametrize(("role", "expected"), [(Role.CONTRIBUTOR, 201), (Role.READER, 403), (Role.VERIFIER, 403)])
def test_partner_plans_for_itself_only(partner, client_of, role, expected):
    known = PlannedActivityFactory(partner=partner)
    given = {
        "partner": partner.pk, "group": known.group_id, "channel": known.channel_id, "title": {"en": "Article"},
        "starts_on": "2018-01-01", "ends_on": "2018-02-01",
    }  # fmt: skip
    beside = PartnerFactory(project=partner.project)

    own, other = (
        client_of(role).post(f"{API}/planned-activities/", {**given, "partner": one.pk}, format="json")
        for one in (partner, beside)
    )

    assert (own.status_code, other.status_code) == (expected, 403)


def test_plan_is_adopted_and_accepted_by_name_and_day(partner, client_of):
    PlannedActivityFactory(partner=partner)
    given = {"project": partner.project.code, "adopted_on": "2018-01-12", "occasion": "Kick-off"}
    manager = client_of(Role.MANAGER)

    refused = manager.post(f"{API}/plan-versions/", given, format="json")
    adopted = client_of(Role.COORDINATOR).post(f"{API}/plan-versions/", given, format="json")
    accepted = manager.post(
        f"{API}/plan-versions/{adopted.json()['id']}/accept/",
        {"partner": partner.pk, "name": "Ana Invented", "accepted_on": "2018-01-13"}, format="json",
    )  # fmt: skip

    assert (refused.status_code, adopted.status_code, accepted.status_code) == (403, 201, 200)
    assert accepted.json()["acceptances"] == [
        {"partner": partner.pk, "name": "Ana Invented", "function": "", "accepted_on": "2018-01-13"}
    ]
    assert PlanVersion.objects.get().sha256 == adopted.json()["sha256"]


def test_partner_of_another_project_does_not_accept(partner, client_of):
    version = PlanVersionFactory(project=partner.project)
    given = {"partner": PartnerFactory().pk, "name": "Ana Invented", "accepted_on": "2018-01-13"}
    answer = client_of(Role.COORDINATOR).post(f"{API}/plan-versions/{version.pk}/accept/", given, format="json")
    assert (answer.status_code, [one["field"] for one in answer.json()["problems"]]) == (400, ["partner"])


def test_activity_is_recorded_with_its_links_and_changed_by_version(partner, client_of):
    writer = client_of(Role.CONTRIBUTOR)
    given = {
        "partner": partner.pk, "title": "Article", "done_on": "2018-02-01", "links": ["https://example.org/a"],
        "duties": {"emblem": "yes"},
    }  # fmt: skip
    made = writer.post(f"{API}/activities/", given, format="json").json()
    address = f"{API}/activities/{made['id']}/"

    changed, late = (
        writer.patch(address, {"version": made["version"], "title": title}, format="json") for title in ("New", "Late")
    )

    assert (changed.status_code, late.status_code) == (200, 409)
    told = writer.get(address).json()
    assert [told[name] for name in ("title", "duties", "version")] == ["New", {"emblem": "yes"}, made["version"] + 1]
    assert [link["url"] for link in told["links"]] == ["https://example.org/a"]


def test_astonishing_number_of_heads_is_to_be_confirmed(partner, client_of):
    given = {"partner": partner.pk, "kind": "conference", "title": {"en": "Everybody"}, "local_heads": 10_001}
    manager, address = client_of(Role.MANAGER), f"{API}/planned-events/"
    answers = [
        manager.post(address, {**given, **more}, format="json")
        for more in ({}, {"heads_confirmed": True}, {"local_heads": -1}, {"local_heads": 1.5})
    ]
    made = answers[1].json()
    renamed = {"seen": made["changed_at"], "title": {"en": "All"}}
    answers.append(manager.patch(f"{address}{made['id']}/", renamed, format="json"))
    more_heads = {"seen": answers[-1].json()["changed_at"], "virtual_heads": 20_000}
    answers.append(manager.patch(f"{address}{made['id']}/", more_heads, format="json"))

    assert statuses(answers) == [422, 201, 400, 400, 200, 422]
    told = [(one["code"], one["field"]) for one in answers[0].json()["problems"]]
    assert told == [("remarkable", "heads_confirmed")]


def test_reading_above_a_million_is_to_be_confirmed(partner, client_of):
    activity = ActivityFactory(partner=partner)
    given = {"unit": "views", "kind": "measured", "number": 2_000_000, "read_on": "2018-03-01", "source": "Counter"}
    answers = [
        client_of(Role.MANAGER).post(f"{API}/activities/{activity.pk}/readings/", {**given, **more}, format="json")
        for more in ({}, {"confirmed": True})
    ]
    assert statuses(answers) == [422, 201]
