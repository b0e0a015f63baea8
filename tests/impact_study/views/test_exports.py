import csv
import hashlib
import io
import json
import zipfile

import openpyxl
import pytest
from django.urls import reverse

from core.jobs.running import run as run_job
from core.models import AuditEntry, Job
from impact_study.models import RawDownload
from network.enums import Role
from tests.factories import MembershipFactory, UserFactory
from tests.factories.impact_study import RunFactory
from tests.impact_study.answered import answered_study

pytestmark = pytest.mark.django_db

SIGNED = {"language": "en", "purpose": "Checked by the evaluator", "signed": "on"}


@pytest.fixture
def study(client):
    study, user = answered_study(people=6), UserFactory()
    MembershipFactory(user=user, project=study.project, role=Role.COORDINATOR, partner=None)
    client.force_login(user)
    return study


@pytest.fixture
def address(study):
    return reverse("impact_study:export_new", args=[study.project.code, study.pk])


def test_csv_is_handed_over_for_a_signed_purpose(address, client):
    refused = client.post(address, {"form": "csv", "language": "en", "purpose": "Checked by the evaluator"})
    answer = client.post(address, {**SIGNED, "form": "csv"})

    assert refused.status_code == 422
    assert len(b"".join(answer.streaming_content).decode().strip().splitlines()) == 13
    download = RawDownload.objects.get()
    assert (download.purpose, download.rows, download.form) == ("Checked by the evaluator", 12, "csv")
    assert AuditEntry.objects.filter(action="impact_study.answers.taken").count() == 1


def test_sav_is_made_by_a_worker_for_whoever_signed(study, address, client):
    client.post(address, {**SIGNED, "form": "sav"})
    job = Job.objects.get()
    run_job(str(job.pk))
    job.refresh_from_db()

    own = client.get(job.result["url"])
    other = UserFactory()
    MembershipFactory(user=other, project=study.project, role=Role.COORDINATOR, partner=None)
    client.force_login(other)

    assert b"".join(own.streaming_content)[:4] == b"$FL2"
    assert client.get(job.result["url"]).status_code == 404


def made(client, address, **chosen):
    client.post(address, {**SIGNED, **chosen})
    job = Job.objects.get()
    run_job(str(job.pk))
    job.refresh_from_db()
    return b"".join(client.get(job.result["url"]).streaming_content)


def test_workbook_has_data_codebook_and_method(address, client):
    book = openpyxl.load_workbook(io.BytesIO(made(client, address, form="xlsx", labels="on")))

    assert [sheet.title for sheet in book] == ["Data", "Codebook", "Method"]
    assert next(sheet.max_row for sheet in book) == 13
    assert book["Data"]["I2"].value.startswith("Level ")
    assert ("skill_1", "I know the trade") in {tuple(cell.value for cell in row[:2]) for row in book["Codebook"].rows}
    assert ("Rows", "12") in {tuple(cell.value for cell in row) for row in book["Method"].rows}


def test_package_holds_everything_with_its_checksums(study, address, client):
    pytest.importorskip("weasyprint", exc_type=OSError)
    RunFactory(plan__study=study)

    archive = zipfile.ZipFile(io.BytesIO(made(client, address, form="zip")))

    version = study.waves.first().version
    definition = f"definitions/{version.instrument.code}-{version.number}.json"
    codebooks = {"codebook-en.pdf", "codebook-en.ddi.xml"}
    names = {"data/answers.csv", *codebooks, definition, "method.txt", "LICENCE.txt", "results.json"}
    assert set(archive.namelist()) == {*names, "manifest-sha256.txt"}
    sums = dict(reversed(line.split("  ")) for line in archive.read("manifest-sha256.txt").decode().splitlines())
    assert sums == {name: hashlib.sha256(archive.read(name)).hexdigest() for name in names}
    assert json.loads(archive.read("results.json"))["results"][0]["result"]["result"] == "withheld"
    assert json.loads(archive.read(definition))["definition"] == version.definition
    assert len(list(csv.reader(io.StringIO(archive.read("data/answers.csv").decode())))) == 13
    assert RawDownload.objects.get().form == "zip"
