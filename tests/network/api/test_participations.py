from __future__ import annotations

import pytest

from core.models import AuditEntry
from network.enums import Role
from network.models import Head, Participation
from tests.factories import ParticipationFactory, PartnerFactory, PersonFactory
from tests.network.api.conftest import World

ADDRESS = "/api/v1/participations/"


def body(world, **more):
    person = PersonFactory(partners=[world.partner])
    return {
        "occasion": world.occasion.pk, "partner": world.partner.pk, "category": world.category.pk, "person": person.pk,
    } | more  # fmt: skip


def test_create_notes_and_submits_a_record(world, manager):
    given = body(world, function_then="Teacher", evidence=[world.evidence.pk], hours="3.50", state="verified")

    answer = manager.post(ADDRESS, given, format="json")

    made = Participation.objects.get(pk=answer.json()["id"])
    assert (answer.status_code, made.state, made.function_then) == (201, "submitted", "Teacher")
    assert (made.recorded_by, list(made.evidence.all())) == (manager.user, [world.evidence])


def test_create_again_answers_the_record_that_is_there(world, manager):
    given = body(world)
    answers = [manager.post(ADDRESS, given, format="json") for _time in range(2)]
    assert [answer.status_code for answer in answers] == [201, 200]
    assert answers[0].json()["id"] == answers[1].json()["id"]


def test_create_with_a_key_has_one_effect(world, manager):
    given = body(world)
    first, second = [manager.post(ADDRESS, given, format="json", headers={"Idempotency-Key": "k"}) for _time in "12"]
    other = manager.post(ADDRESS, body(world), format="json", headers={"Idempotency-Key": "k"})

    assert (first.status_code, second.status_code, other.status_code) == (201, 201, 422)
    assert (first.content, second["Idempotent-Replay"]) == (second.content, "true")
    assert other.json()["problems"][0]["code"] == "key_reused"


def test_create_for_another_partner_is_not_allowed(world, manager):
    other = PartnerFactory(project=world.project)
    answer = manager.post(ADDRESS, body(world, partner=other.pk), format="json")
    assert (answer.status_code, Participation.objects.filter(partner=other).count()) == (403, 0)


def test_create_with_rows_of_another_project_says_they_are_unknown(world, manager):
    other = World()
    given = {name: getattr(other, name).pk for name in ("occasion", "partner", "category", "person")}
    problems = manager.post(ADDRESS, given, format="json").json()["problems"]
    assert {(problem["field"], problem["code"]) for problem in problems} == {
        (name, "does_not_exist") for name in ("occasion", "partner", "category", "person")
    }


def test_service_problems_come_in_the_common_shape(world, manager):
    answer = manager.post(ADDRESS, body(world, held_on="2030-01-01"), format="json")
    assert (answer.status_code, answer["Content-Type"]) == (422, "application/problem+json")
    told = answer.json()
    assert (told["status"], told["title"]) == (422, "Cannot be done")
    assert all(problem["message"] for problem in told["problems"])


def test_verify_counts_and_tells_what_was_skipped(world):
    verifier = world.client(Role.VERIFIER)
    bare = ParticipationFactory(partner=world.partner, category=world.category)

    answer = verifier.post(f"{ADDRESS}verify/", {"records": [world.record.pk, bare.pk]}, format="json").json()

    assert (answer["done"], [row["record"] for row in answer["skipped"]]) == ([world.record.pk], [bare.pk])
    assert Head.objects.filter(person=world.record.person).count() == 1


@pytest.mark.parametrize(("action", "state"), [("return", "returned"), ("reject", "rejected")])
def test_deciding_against_needs_a_reason(world, action, state):
    verifier = world.client(Role.VERIFIER)
    given = {"records": [world.record.pk]}
    assert verifier.post(f"{ADDRESS}{action}/", given, format="json").status_code == 400

    answer = verifier.post(f"{ADDRESS}{action}/", given | {"reason": "No signature."}, format="json")

    world.record.refresh_from_db()
    assert (answer.status_code, world.record.state, world.record.reason) == (200, state, "No signature.")


def test_correction_asks_for_the_version_that_was_read(world, manager):
    address = f"{ADDRESS}{world.record.pk}/"
    answers = [
        manager.patch(address, {"note": "x"}, format="json"),
        manager.patch(address, {"version": 1, "note": "Signed twice"}, format="json"),
        manager.patch(address, {"version": 1, "note": "Stale"}, format="json"),
    ]
    assert [answer.status_code for answer in answers] == [400, 200, 409]
    assert answers[1].json()["note"] == "Signed twice"


def test_only_drafts_are_deleted(world, manager):
    draft = ParticipationFactory(partner=world.partner, state="draft")
    answers = [manager.delete(f"{ADDRESS}{pk}/") for pk in (draft.pk, world.record.pk)]
    assert [answer.status_code for answer in answers] == [204, 422]


def test_opening_names_is_logged(world, manager):
    manager.get(f"{ADDRESS}{world.record.pk}/")
    manager.get(f"/api/v1/people/{world.person.pk}/")
    manager.get("/api/v1/people/")
    actions = AuditEntry.objects.filter(actor=manager.user, action__startswith="network.").order_by("pk")
    assert list(actions.values_list("action", flat=True)) == [
        "network.participation.opened", "network.person.opened", "network.people.listed",
    ]  # fmt: skip
