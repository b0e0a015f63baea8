from __future__ import annotations

import pytest
from django.core import mail as outbox
from django.test import Client

from network.enums import Role
from network.models import AggregateCount, Invitation, Membership, Partner
from tests.factories import CategoryFactory, OrganisationFactory, PartnerFactory


def post(client, noun, given, **headers):
    return client.post(f"/api/v1/{noun}/", given, format="json", headers=headers)


def fields(answer):
    return [(problem["code"], problem["field"]) for problem in answer.json()["problems"]]


def test_a_coordinator_lets_an_organisation_take_part_once(world, manager):
    organisation = OrganisationFactory(projects=[world.project])
    given = {"project": world.project.code, "organisation": organisation.pk, "number": 77, "role": "partner"}
    coordinator = world.client(Role.COORDINATOR)
    answers = [post(coordinator, "partners", given, **{"Idempotency-Key": "one"}) for _twice in range(2)]
    again = post(coordinator, "partners", given)
    assert (post(manager, "partners", given).status_code, [answer.status_code for answer in answers]) == (
        403,
        [201, 201],
    )
    assert (Partner.objects.filter(organisation=organisation).count(), again.status_code) == (1, 422)
    assert fields(again) == [("number_taken", "number"), ("partner_already", "organisation")]


def test_what_is_not_named_of_a_partner_stays(world, manager):
    address = f"/api/v1/partners/{world.partner.pk}/"
    changed = world.client(Role.COORDINATOR).patch(address, {"left_on": "2019-01-31"}, format="json")
    world.partner.refresh_from_db()
    assert (changed.status_code, str(world.partner.left_on), changed.json()["number"]) == (
        200,
        "2019-01-31",
        world.partner.number,
    )
    assert manager.patch(address, {"number": 5}, format="json").status_code == 403


@pytest.mark.parametrize("role", Role)
def test_shares_of_a_budget_are_for_who_answers_for_them(world, role):
    shares = {PartnerFactory(project=world.project, budget_share=200).pk: "200.00", world.partner.pk: "100.00"}
    Partner.objects.filter(pk=world.partner.pk).update(budget_share=100)
    asking = world.client(role)
    seen = {row["id"]: row["budget_share"] for row in asking.get("/api/v1/partners/").json()["results"]}
    known = {Role.COORDINATOR: set(shares), Role.AUDITOR: set(shares), Role.MANAGER: {world.partner.pk}}.get(
        role, set()
    )
    assert seen == {pk: share if pk in known else None for pk, share in shares.items()}

    pages = Client()
    pages.force_login(asking.user)
    room = f"/en/projects/{world.project.code}/partners/"
    told = {pk: b"Budget share" in pages.get(f"{room}{pk}/").content for pk in shares}
    assert told == {pk: pk in known for pk in shares}
    assert (b"Budget share" in pages.get(room).content) == (known == set(shares))


def test_heads_without_names_are_counted_within_one_project(world, manager):
    category = CategoryFactory(project=world.project, allows_unnamed=True)
    given = {
        "occasion": world.occasion.pk, "partner": world.partner.pk, "category": category.pk, "heads": 23,
        "evidence": world.evidence.pk, "reason": "A class list on paper",
    }  # fmt: skip
    answer = post(manager, "unnamed-counts", given)
    assert (answer.status_code, AggregateCount.objects.get().heads) == (201, 23)
    assert post(world.client(Role.READER), "unnamed-counts", given).status_code == 403
    foreign = CategoryFactory(project=PartnerFactory().project, allows_unnamed=True)
    assert post(manager, "unnamed-counts", given | {"category": foreign.pk}).status_code == 400
    assert fields(post(manager, "unnamed-counts", given | {"heads": 20_000})) == [("confirm", "confirmed")]
    listed = manager.get("/api/v1/unnamed-counts/", {"occasion": world.occasion.pk}).json()["results"]
    assert [row["heads"] for row in listed] == [23]


@pytest.mark.parametrize(
    ("role", "invited", "status"),
    [
        (Role.COORDINATOR, Role.COORDINATOR, 201),
        (Role.MANAGER, Role.CONTRIBUTOR, 201),
        (Role.MANAGER, Role.COORDINATOR, 422),
        (Role.CONTRIBUTOR, Role.READER, 403),
    ],
)
def test_who_may_invite_to_what(world, role, invited, status):
    partner = None if invited == Role.COORDINATOR else world.partner.pk
    given = {"project": world.project.code, "email": "new@example.org", "role": invited, "partner": partner}
    assert post(world.client(role), "invitations", given).status_code == status


def test_an_invitation_is_listed_without_its_link_and_withdrawn(world, django_capture_on_commit_callbacks):
    coordinator = world.client(Role.COORDINATOR)
    given = {"project": world.project.code, "email": "new@example.org", "role": "reader"}
    with django_capture_on_commit_callbacks(execute=True):
        made = post(coordinator, "invitations", given)
    invitation = Invitation.objects.get()
    assert "token" not in str(made.json()).lower()
    assert [letter.to for letter in outbox.outbox] == [["new@example.org"]]
    revoked = coordinator.post(f"/api/v1/invitations/{invitation.pk}/revoke/")
    assert (revoked.status_code, revoked.json()["revoked_at"] is not None) == (200, True)
    assert world.client(Role.READER).get("/api/v1/invitations/").json()["results"] == []


def test_a_membership_is_changed_and_ended_and_the_last_coordinator_stays(world, manager):
    coordinator = world.client(Role.COORDINATOR)
    own = Membership.objects.get(user=coordinator.user)
    theirs = Membership.objects.get(user=manager.user)
    address = f"/api/v1/memberships/{theirs.pk}/"
    assert coordinator.patch(address, {"role": "reader"}, format="json").json()["role"] == "reader"
    assert coordinator.post(f"{address}end/").status_code == 200
    assert fields(coordinator.post(f"/api/v1/memberships/{own.pk}/end/")) == [("last_coordinator", "")]
    reader = world.client(Role.READER)
    assert reader.patch(address, {"role": "manager"}, format="json").status_code == 403
