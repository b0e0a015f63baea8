from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from network.enums import Role
from network.models import Person
from tests.factories import PartnerFactory

SHEET = b"Given name,Family name,E-mail,Country\nAna,Invented,ana@example.org,ES\nRui,Invented,rui@example.org,PT\n"


def upload(client, world, content=SHEET, **more):
    given = {"partner": world.partner.pk, "kind": "people", "file": SimpleUploadedFile("people.csv", content)}
    return client.post("/api/v1/imports/", given | more, format="multipart")


@pytest.fixture
def follow(django_capture_on_commit_callbacks):
    """Post and let the job run to its end, as a worker would."""

    def followed(client, address):
        with django_capture_on_commit_callbacks(execute=True):
            begun = client.post(address)
        assert begun.status_code == 202, begun.json()["problems"]
        return client.get(f"/api/v1/jobs/{begun.json()['id']}/").json()

    return followed


def test_sheet_is_previewed_applied_and_undone(world, manager, follow):
    opened = upload(manager, world)
    address = f"/api/v1/imports/{opened.json()['id']}/"
    early = manager.post(f"{address}apply/")

    previewed = follow(manager, f"{address}preview/")
    asked = manager.get(address).json()
    answers = {question["key"]: question["proposed"] for question in asked["questions"]}
    manager.post(f"{address}answers/", {"answers": answers}, format="json")
    follow(manager, f"{address}preview/")
    rows = manager.get(f"{address}rows/").json()["results"]
    applied = follow(manager, f"{address}apply/")
    there = Person.objects.known_to(world.partner).filter(family_name="Invented").count()
    undone = manager.post(f"{address}undo/").json()

    assert (opened.status_code, early.status_code, asked["open"], answers) == (201, 422, 1, {"country:pt": "PT"})
    assert (previewed["state"], len(rows), applied["state"], there) == ("done", 2, "done", 2)
    assert (undone["state"], Person.objects.filter(given_name="Rui").exists()) == ("undone", False)


def test_columns_and_answers_are_checked_by_the_service(world, manager):
    address = f"/api/v1/imports/{upload(manager, world).json()['id']}/"
    wrong = [
        manager.post(f"{address}columns/", {"mapping": {"0": "no such field"}}, format="json"),
        manager.post(f"{address}answers/", {"answers": {"no such": "x"}}, format="json"),
        manager.post(f"{address}answers/", {"decisions": {"99": "new"}}, format="json"),
        manager.post(f"{address}answers/", {"cells": [{"row": "99", "column": "A", "text": ""}]}, format="json"),
    ]
    assert [answer.status_code for answer in wrong] == [422] * 4
    mended = manager.post(f"{address}answers/", {"cells": [{"row": "2", "column": "A", "text": "Anna"}]}, format="json")
    assert mended.status_code == 200


def test_sheet_that_is_none_is_refused_with_its_cause(world, manager):
    answer = upload(manager, world, content=b"")
    assert answer.status_code in (400, 422)
    assert answer.json()["problems"]


def test_sheets_are_for_writers_of_the_partner(world, manager):
    batch = upload(manager, world).json()["id"]
    other = world.client(Role.MANAGER, partner=PartnerFactory(project=world.project))
    reader, auditor = world.client(Role.READER), world.client(Role.AUDITOR)

    assert upload(other, world).status_code == 403
    assert [client.get(f"/api/v1/imports/{batch}/").status_code for client in (other, reader, auditor)] == [
        404,
        404,
        200,
    ]
    assert [client.post(f"/api/v1/imports/{batch}/undo/").status_code for client in (other, auditor)] == [404, 403]
