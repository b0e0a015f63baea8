from __future__ import annotations

import pytest
from rest_framework.test import APIClient

from core.models import AuditEntry
from network.enums import Role
from reports.models import Report, ReportFile
from tests.factories import ProjectFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def client_of(project):
    def made(role):
        client = APIClient()
        client.force_authenticate(UserFactory(role=role, project=project, partner=project.partners.first()))
        return client

    return made


def test_report_is_begun_once_by_the_coordinator(period, template, client_of):
    given = {"period": period.pk, "template": template.pk, "language": "en"}
    coordinator = client_of(Role.COORDINATOR)

    answers = [
        client.post("/api/v1/reports/", given, format="json") for client in (client_of(Role.MANAGER), coordinator)
    ]
    again = coordinator.post("/api/v1/reports/", given, format="json")

    assert [answer.status_code for answer in (*answers, again)] == [403, 201, 422]
    assert Report.objects.get().sections.count() > 0


def test_report_is_printed_by_a_job_and_handed_out(report, client_of, django_capture_on_commit_callbacks):
    reader = client_of(Role.READER)
    with django_capture_on_commit_callbacks(execute=True):
        job = reader.post(f"/api/v1/reports/{report.pk}/print/", {"format": "xlsx"}, format="json")

    told = reader.get(f"/api/v1/jobs/{job.json()['id']}/").json()
    listed = reader.get("/api/v1/report-files/", {"report": report.pk}).json()["results"]
    file = reader.get(f"/api/v1/report-files/{listed[0]['id']}/download/")

    assert (job.status_code, told["state"], [row["format"] for row in listed]) == (202, "done", ["xlsx"])
    assert b"".join(file)[:2] == b"PK"


def test_evidence_archive_is_for_those_who_may_know_all_names(report, client_of):
    answers = [
        client_of(role).post(f"/api/v1/reports/{report.pk}/print/", {"format": "zip"}, format="json")
        for role in (Role.READER, Role.MANAGER, Role.AUDITOR)
    ]
    assert [answer.status_code for answer in answers] == [403, 403, 202]


def test_approval_is_for_the_coordinator_and_needs_a_locked_period(report, client_of):
    address = f"/api/v1/reports/{report.pk}/approve/"
    answers = [client_of(role).post(address) for role in (Role.MANAGER, Role.COORDINATOR)]
    assert [answer.status_code for answer in answers] == [403, 422]
    assert not AuditEntry.objects.filter(action__startswith="reports.report.approved").exists()


def test_reports_of_other_projects_are_unknown(report):
    client = APIClient()
    client.force_authenticate(UserFactory(role=Role.COORDINATOR, project=ProjectFactory()))
    assert client.get("/api/v1/reports/").json()["results"] == []
    assert client.get(f"/api/v1/reports/{report.pk}/").status_code == 404
    assert client.post(f"/api/v1/reports/{report.pk}/print/", {"format": "pdf"}, format="json").status_code == 404
    assert ReportFile.objects.count() == 0
