from __future__ import annotations

from network.enums import Role
from network.models import Target
from network.services.verification import verify_participations
from tests.factories import PartnerFactory, PeriodFactory, UserFactory


def test_amending_a_target_writes_its_next_version(world):
    coordinator = world.client(Role.COORDINATOR)
    given = {"partner": world.partner.pk, "category": world.category.pk, "heads": 45, "valid_from": "2018-09-01"}

    refused = coordinator.post("/api/v1/targets/", given, format="json")
    made = coordinator.post("/api/v1/targets/", given | {"reason": "Amendment 1"}, format="json")

    assert (refused.status_code, made.status_code) == (400, 201)
    assert list(Target.objects.order_by("valid_from").values_list("heads", flat=True)) == [30, 45]


def test_board_is_the_board_of_the_page(world):
    verify_participations(records=[world.record], by=UserFactory(role=Role.VERIFIER, project=world.project))
    reader = world.client(Role.READER)

    board = reader.get(f"/api/v1/projects/{world.project.code}/board/").json()

    cell = board["categories"][0]["cells"][0]
    assert (cell["partner"], cell["target"], cell["reached"], cell["evidenced"]) == (world.partner.pk, 30, 1, 1)


def test_board_of_one_partner_and_period(world):
    reader, other = world.client(Role.READER), PartnerFactory(project=world.project)
    address = f"/api/v1/projects/{world.project.code}/board/"

    board = reader.get(address, {"partner": other.pk, "period": world.period.pk}).json()

    assert ([column["id"] for column in board["partners"]], board["period"]) == ([other.pk], world.period.name)
    foreign = {"partner": PartnerFactory().pk, "period": PeriodFactory().pk}
    assert [reader.get(address, {name: pk}).status_code for name, pk in foreign.items()] == [404, 404]
    assert reader.get(address, {"partner": "x"}).status_code == 400


def test_period_is_locked_and_reopened_with_a_reason(world):
    coordinator = world.client(Role.COORDINATOR)
    address = f"/api/v1/periods/{world.period.pk}/"

    steps = [
        coordinator.post(f"{address}reopen/", {"reason": "x"}, format="json").status_code,
        coordinator.post(f"{address}lock/").json().get("state"),
        coordinator.post(f"{address}lock/").status_code,
        coordinator.post(f"{address}reopen/", {}, format="json").status_code,
        coordinator.post(f"{address}reopen/", {"reason": "A file was missing."}, format="json").json().get("state"),
    ]

    assert steps == [403, "locked", 403, 400, "open"]
