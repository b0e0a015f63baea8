import gzip
from pathlib import Path

import pytest

from core import audit
from core.bundles import bundles
from network.enums import ParticipationState, Role
from tests.factories import MembershipFactory, ParticipationFactory, PartnerFactory, UserFactory

pytestmark = pytest.mark.django_db
FIRST_VISIT = 65 * 1024


def words(client):
    return " ".join(client.get("/en/workspace/").content.decode().split())


def test_workspace_asks_strangers_to_sign_in(client):
    assert client.get("/en/workspace/")["Location"] == "/en/accounts/login/?next=/en/workspace/"


def test_signing_in_leads_to_the_workspace(client):
    user = UserFactory()
    answer = client.post("/en/accounts/login/", {"login": user.email, "password": "password"})
    assert (answer.status_code, answer["Location"]) == (302, "/en/workspace/")


def test_workspace_tells_tasks_quotas_and_what_colleagues_did(client, project):
    coordinator, partner = (
        UserFactory(role=Role.COORDINATOR, project=project, name="Ana Inventada"),
        project.partners.get(),
    )
    client.force_login(coordinator)
    ParticipationFactory(partner=partner)
    audit.record("network.period.locked", target=None, by=UserFactory(name="Bo Inventat"), project=project.pk)

    page = words(client)

    assert "1 record waits for your decision" in page
    assert "<strong>Bo Inventat</strong> locked 1 period" in page
    assert "6 of 50" in page
    assert f"/en/projects/{project.code}/board/" in page


@pytest.mark.parametrize("role", Role)
def test_workspace_opens_for_every_role_and_names_no_participant(client, project, role):
    record = ParticipationFactory(partner=project.partners.get(), state=ParticipationState.RETURNED)
    client.force_login(
        UserFactory(
            role=role,
            project=project,
            partner=None if role in (Role.COORDINATOR, Role.AUDITOR) else project.partners.get(),
        )
    )
    assert record.person.family_name not in words(client)


def test_workspace_of_a_newcomer_says_who_can_let_them_in(client):
    client.force_login(UserFactory())
    assert "A coordinator or a partner manager can invite you by e-mail." in words(client)


def test_workspace_of_an_empty_project_says_what_to_do_first(client):
    user = UserFactory(role=Role.CONTRIBUTOR)
    client.force_login(user)
    page = words(client)
    assert ("Nothing waits for you." in page, "Bring in an attendance list" in page) == (True, True)


def test_workspace_is_never_kept(client):
    client.force_login(UserFactory())
    assert "no-store" in client.get("/en/workspace/")["Cache-Control"]


@pytest.mark.parametrize("projects", [1, 3])
def test_workspace_costs_the_same_statements(client, grow, projects, django_assert_num_queries):
    user = UserFactory()
    client.force_login(user)
    for number in range(projects):
        found = grow(f"oak-{number}")
        MembershipFactory(user=user, project=found, role=Role.COORDINATOR)
        ParticipationFactory(partner=PartnerFactory(project=found))
    client.get("/en/workspace/")
    with django_assert_num_queries(24):
        client.get("/en/workspace/")


def test_first_visit_of_the_workspace_stays_within_its_budget(client, project):
    client.force_login(UserFactory(role=Role.COORDINATOR, project=project))
    texts = bundles(Path("static"))
    parts = [client.get("/en/workspace/").content, texts["css/house.css"].encode(), texts["js/house.js"].encode()]
    parts.append(Path("static/vendor/htmx.min.js").read_bytes())
    assert sum(len(gzip.compress(part)) for part in parts) <= FIRST_VISIT
