"""Who may call what: by role, by project, by the token's scopes."""

from __future__ import annotations

import pytest
from django.urls import get_resolver
from rest_framework.test import APIClient

from accounts.services.tokens import make_token
from core.enums import ApiScope
from network.enums import Role
from tests.factories import (
    EvidenceFactory,
    ExperienceFactory,
    ParticipationFactory,
    PartnerFactory,
    PeriodFactory,
    PersonFactory,
    ProjectFactory,
    TargetFactory,
    UserFactory,
)
from tests.network.api.conftest import World

NOUNS = (
    "partners", "categories", "targets", "periods", "organisations", "people", "experiences", "occasions", "evidence",
    "participations",
)  # fmt: skip


def rows_of(client, noun):
    return {row["id"] for row in client.get(f"/api/v1/{noun}/").json()["results"]}


def one_of(world, noun):
    names = {"people": "person", "evidence": "evidence", "participations": "record", "categories": "category"}
    return getattr(world, names.get(noun, noun.removesuffix("s"))).pk


def test_every_action_of_every_viewset_is_named():
    views = {pattern.callback.cls for pattern in all_patterns(get_resolver().url_patterns) if is_viewset(pattern)}
    unnamed = {
        f"{view.__name__}.{action}"
        for pattern in all_patterns(get_resolver().url_patterns)
        if is_viewset(pattern)
        for view in [pattern.callback.cls]
        for action in pattern.callback.actions.values()
        if action not in view.permissions
    }
    assert (len(views) >= 12, unnamed) == (True, set())


def all_patterns(patterns):
    for pattern in patterns:
        yield from all_patterns(pattern.url_patterns) if hasattr(pattern, "url_patterns") else [pattern]


def is_viewset(pattern):
    return hasattr(getattr(pattern.callback, "cls", None), "permissions") and hasattr(pattern.callback, "actions")


@pytest.mark.parametrize("noun", NOUNS)
def test_rows_of_another_project_are_unknown(world, noun):
    other, manager = World(), world.client(Role.MANAGER)

    assert one_of(world, noun) in rows_of(manager, noun)
    assert one_of(other, noun) not in rows_of(manager, noun)
    answers = [manager.get(f"/api/v1/{noun}/{pk}/") for pk in (one_of(world, noun), one_of(other, noun), 987654)]
    assert [answer.status_code for answer in answers] == [200, 404, 404]


@pytest.mark.parametrize("noun", ["people", "experiences", "evidence", "participations"])
def test_names_are_not_for_readers(world, noun):
    reader = world.client(Role.READER)
    assert rows_of(reader, noun) == set()
    assert reader.get(f"/api/v1/{noun}/{one_of(world, noun)}/").status_code == 404


def test_nobody_gets_in_without_signing_in(world):
    for address in [f"/api/v1/{noun}/" for noun in (*NOUNS, "projects", "jobs")]:
        answer = APIClient().get(address)
        assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")


def test_session_opens_the_interface_and_asks_for_the_csrf_token(world):
    client = APIClient(enforce_csrf_checks=True)
    client.force_login(UserFactory(role=Role.COORDINATOR, project=world.project))
    assert client.get("/api/v1/projects/").json()["results"][0]["code"] == world.project.code
    assert client.post(f"/api/v1/periods/{world.period.pk}/close/").status_code == 403


@pytest.mark.parametrize(
    ("scope", "statuses"),
    [(ApiScope.READ, [200, 403, 403]), (ApiScope.WRITE, [403, 400, 403]), (ApiScope.DECIDE, [403, 403, 200])],
)
def test_token_does_what_it_was_made_for(world, scope, statuses):
    user = UserFactory(role=Role.COORDINATOR, project=world.project)
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {make_token(user=user, name='t', scopes=[scope], days=1)[1]}")

    answers = [
        client.get("/api/v1/projects/"),
        client.post("/api/v1/participations/", {}, format="json"),
        client.post(f"/api/v1/periods/{world.period.pk}/close/"),
    ]

    assert [answer.status_code for answer in answers] == statuses


@pytest.mark.parametrize(
    ("role", "statuses"),
    [
        (Role.COORDINATOR, [400, 400, 400, 200]),
        (Role.MANAGER, [400, 403, 403, 403]),
        (Role.CONTRIBUTOR, [400, 403, 403, 403]),
        (Role.VERIFIER, [403, 400, 403, 403]),
        (Role.READER, [403, 403, 403, 403]),
        (Role.AUDITOR, [403, 403, 403, 403]),
    ],
)
def test_right_is_asked_before_the_body_is_read(world, role, statuses):
    client = world.client(role)
    addresses = ["participations/", "participations/verify/", "targets/", f"periods/{world.period.pk}/close/"]
    answers = [client.post(f"/api/v1/{address}", {}, format="json") for address in addresses]
    assert [answer.status_code for answer in answers] == statuses


@pytest.mark.parametrize("noun", NOUNS)
def test_lists_take_the_same_statements_for_one_row_and_three(world, noun, django_assert_max_num_queries):
    client = world.client(Role.COORDINATOR)
    counts = []
    for _time in range(2):
        client.get(f"/api/v1/{noun}/")  # the token's last use is noted once
        with django_assert_max_num_queries(11) as asked:
            assert client.get(f"/api/v1/{noun}/").status_code == 200
        counts.append(len(asked))
        two_more_of_everything(world)
    assert counts[0] == counts[1]


def two_more_of_everything(world):
    for _more in range(2):
        ParticipationFactory(partner=world.partner, person=PersonFactory(partners=[world.partner]))
        TargetFactory(partner=PartnerFactory(project=world.project))
        PeriodFactory(project=world.project)
        EvidenceFactory(partner=world.partner)
        ExperienceFactory(partner=world.partner)


def test_pages_of_a_list_hang_together(world):
    client = world.client(Role.COORDINATOR)
    for _number in range(4):
        ParticipationFactory(partner=world.partner, category=world.category)
    seen, address = [], "/api/v1/participations/?page_size=2"
    while address:
        page = client.get(address).json()
        seen.append([row["id"] for row in page["results"]])
        address = page["next"]
    assert [len(page) for page in seen] == [2, 2, 1]
    assert [pk for page in seen for pk in page] == sorted({pk for page in seen for pk in page}, reverse=True)


@pytest.mark.parametrize("cursor", ["x", "cD1hYmM=", "cD05OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk="])
def test_invented_cursor_is_not_found(manager, cursor):
    assert manager.get(f"/api/v1/people/?cursor={cursor}").status_code in (200, 404)


def test_projects_are_ones_own(world, manager):
    ProjectFactory()
    assert [row["code"] for row in manager.get("/api/v1/projects/").json()["results"]] == [world.project.code]
