from __future__ import annotations

import pytest
from rest_framework.test import APIClient

from network.enums import Role
from reports.models import Contribution
from tests.factories import ProjectFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def client_of(project):
    def made(role, number=1):
        client = APIClient()
        client.force_authenticate(UserFactory(role=role, project=project, partner=project.partners.get(number=number)))
        return client

    return made


@pytest.fixture
def text(report):
    return Contribution.objects.get(section__outline__code="partner-activities", partner__number=1)


def test_a_text_is_saved_handed_in_returned_and_accepted_each_on_the_version_read(text, client_of):
    writer, coordinator = client_of(Role.CONTRIBUTOR), client_of(Role.COORDINATOR)
    address = f"/api/v1/contributions/{text.pk}/"

    def told(answer):
        row = answer.json()
        return answer.status_code, row["state"], row["version"]

    assert told(writer.patch(address, {"text": "Two workshops.", "version": 1}, format="json")) == (200, "draft", 2)
    stale = writer.patch(address, {"text": "Over it.", "version": 1}, format="json")
    assert (stale.status_code, stale.json()["problems"][0]["code"]) == (409, "conflict")
    assert told(writer.post(f"{address}submit/", {"version": 2}, format="json")) == (200, "submitted", 3)
    assert coordinator.post(f"{address}accept/", {"version": 2}, format="json").status_code == 409
    returned = coordinator.post(f"{address}return/", {"version": 3, "reason": "For whom?"}, format="json")
    assert (told(returned), returned.json()["reason"]) == ((200, "returned", 4), "For whom?")
    assert told(writer.post(f"{address}submit/", {"version": 4}, format="json")) == (200, "submitted", 5)
    assert told(coordinator.post(f"{address}accept/", {"version": 5}, format="json")) == (200, "accepted", 6)


def test_an_empty_or_too_long_text_is_not_handed_in(text, client_of):
    writer, address = client_of(Role.CONTRIBUTOR), f"/api/v1/contributions/{text.pk}/"
    assert writer.post(f"{address}submit/", {"version": 1}, format="json").json()["problems"][0]["code"] == "empty"
    writer.patch(address, {"text": "x" * (text.limit + 1), "version": 1}, format="json")
    answer = writer.post(f"{address}submit/", {"version": 2}, format="json")
    assert (answer.status_code, answer.json()["problems"][0]["code"]) == (422, "too_long")


def test_texts_are_read_by_the_project_and_written_by_their_partner(text, client_of):
    address = f"/api/v1/contributions/{text.pk}/"
    draft = {"text": "Mine.", "version": 1}
    asked = [client_of(Role.READER), client_of(Role.MANAGER, number=2), client_of(Role.AUDITOR)]
    assert [(client.get(address).status_code, client.patch(address, draft).status_code) for client in asked] == [
        (200, 403)
    ] * 3
    outsider = APIClient()
    outsider.force_authenticate(UserFactory(role=Role.COORDINATOR, project=ProjectFactory()))
    assert outsider.get(address).status_code == 404
    listed = asked[0].get("/api/v1/contributions/", {"report": text.section.report_id, "partner": text.partner_id})
    assert {row["section"] for row in listed.json()["results"]} == {"partner-activities", "partner-difficulties"}
