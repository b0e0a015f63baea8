from __future__ import annotations

import csv
import json
from hashlib import sha256
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest

from network.chapters.evidence import exhibits
from network.models import Evidence
from reports.outputs.archive import print_archive

pytestmark = pytest.mark.django_db


def archive_of(period):
    out = BytesIO()
    print_archive(exhibits(period), out)
    return ZipFile(out)


def true_hash(period):
    """The factory invents hashes; here the bytes must match."""
    for evidence in Evidence.objects.in_project(period.project):
        evidence.sha256 = sha256(evidence.file.read()).hexdigest()
        evidence.save()


def test_archive_has_numbered_folders_safe_names_and_a_manifest(period):
    true_hash(period)
    archive = archive_of(period)
    path = "01-ES/E001-signed-list-signed-list-Lodz.pdf"
    assert archive.namelist() == [path, "manifest.csv", "manifest.json"]
    entry = json.loads(archive.read("manifest.json"))["files"][0]
    assert (entry["path"], entry["sha256"], entry["state"], entry["proves"]) == (
        path,
        sha256(archive.read(path)).hexdigest(),
        "ok",
        "4 records: Invented workshop, 14 March 2018",
    )


def test_manifest_defuses_what_a_spreadsheet_would_calculate(period):
    rows = list(csv.reader(StringIO(archive_of(period).read("manifest.csv").decode("utf-8-sig"))))
    assert rows[1][7] == "'=signed “list” Łódź.pdf"


def test_archive_says_which_file_changed_or_is_gone(period):
    assert states(archive_of(period)) == ["changed"]
    Evidence.objects.get().file.delete()
    assert states(archive_of(period)) == ["missing"]


def states(archive):
    return [entry["state"] for entry in json.loads(archive.read("manifest.json"))["files"]]
