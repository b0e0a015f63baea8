from __future__ import annotations

from hashlib import sha256

from django.core.files.uploadedfile import SimpleUploadedFile

from network.models import Evidence, Occasion
from tests.factories import PartnerFactory

PDF = b"%PDF-1.4 invented list"


def test_occasion_is_written_for_a_project(world, manager):
    given = {
        "project": world.project.code, "partner": world.partner.pk, "kind": "training", "title": "Invented day",
        "held_on": "2018-05-02", "country": "ES",
    }  # fmt: skip
    answer = manager.post("/api/v1/occasions/", given, format="json")
    assert (answer.status_code, Occasion.objects.get(pk=answer.json()["id"]).title) == (201, "Invented day")

    backwards = manager.post("/api/v1/occasions/", given | {"ends_on": "2018-05-01"}, format="json")
    foreign = manager.post("/api/v1/occasions/", given | {"partner": PartnerFactory().pk}, format="json")
    assert [backwards.json()["problems"][0]["field"], foreign.json()["problems"][0]["field"]] == ["ends_on", "partner"]


def test_evidence_is_kept_once_with_its_hash(world, manager):
    answers = [
        manager.post(
            "/api/v1/evidence/",
            {"partner": world.partner.pk, "kind": "signed_list", "file": SimpleUploadedFile("list.pdf", PDF)},
            format="multipart",
        )
        for _time in range(2)
    ]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert {answer.json()["sha256"] for answer in answers} == {sha256(PDF).hexdigest()}
    assert Evidence.objects.filter(sha256=sha256(PDF).hexdigest()).count() == 1


def test_evidence_that_is_not_what_it_says_is_refused(world, manager):
    given = {"partner": world.partner.pk, "kind": "photo", "file": SimpleUploadedFile("x.pdf", b"<html>")}
    answer = manager.post("/api/v1/evidence/", given, format="multipart")
    assert (answer.status_code, answer["Content-Type"]) == (422, "application/problem+json")
