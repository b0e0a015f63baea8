from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
import yaml
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from network.enums import Role
from network.models import Evidence, Experience, ImportBatch, Participation, Person
from tests.factories import UserFactory
from tests.network.services.importing.world import csv, make_world, stored
from tests.sample_sheets import FOLDER

pytestmark = pytest.mark.django_db
SHEET = csv("Name;E-mail", "Ana Example;ana@example.org", "N/A;nobody@example.org")


@pytest.fixture
def world():
    return make_world("CZ")


def run(world, file, **options):
    """What was printed. A refusal is raised."""
    out = io.StringIO()
    options = {"project": world.project.code, "partner": str(world.partner.number), **options}
    call_command("import_people", file, stdout=out, stderr=io.StringIO(), **options)
    return out.getvalue()


def refused(world, file, **options):
    out = io.StringIO()
    options = {"project": world.project.code, "partner": str(world.partner.number), **options}
    with pytest.raises(CommandError) as found:
        call_command("import_people", file, stdout=out, stderr=io.StringIO(), **options)
    return found.value, out.getvalue()


def file_of(tmp_path: Path, data: bytes, name="list.csv") -> Path:
    file = tmp_path / name
    file.write_bytes(data)
    return file


def test_import_people_stores_the_rows_and_tells(world, tmp_path):
    told = run(world, file_of(tmp_path, SHEET))
    assert Person.objects.get().full_name == "Ana Example"
    assert told.splitlines()[1:5] == ["rows: 2", "taken: 1", "refused: 1", "skipped: 0"]


def test_import_people_finds_the_project_in_any_case_and_tells_what_it_left_out(world, tmp_path):
    heard = io.StringIO()
    sheet = file_of(tmp_path, csv("Name;Shoe size", "Ana Example;38"))
    place = {"project": world.project.code.upper(), "partner": str(world.partner.number)}
    call_command("import_people", sheet, **place, stdout=io.StringIO(), stderr=heard, dry_run=True)
    assert heard.getvalue() == "warning: column B is left out: Shoe size\n"


def test_import_people_dry_run_stores_nothing_and_leaves_no_file(world, tmp_path):
    before = stored()
    told = run(world, file_of(tmp_path, SHEET), dry_run=True)
    assert told.startswith("Nothing is stored.")
    assert (stored(), ImportBatch.objects.count(), Evidence.objects.count()) == (before, 0, 0)


@pytest.mark.parametrize("dry_run", [True, False])
def test_import_people_tells_every_refused_row_with_its_reason(world, tmp_path, dry_run):
    told = io.StringIO()
    options = {"project": world.project.code, "partner": str(world.partner.number), "dry_run": dry_run}
    call_command("import_people", file_of(tmp_path, SHEET), stdout=io.StringIO(), stderr=told, **options)
    assert [line.split(": ")[:2] for line in told.getvalue().splitlines()] == [["refused", "3 A"]]


def test_import_people_prints_open_questions_and_goes_on_with_the_answers(world, tmp_path):
    sheet = FOLDER / "cz_zaci_praxe.xlsx"
    error, printed = refused(world, sheet, kind="experiences")
    assert (error.returncode, ImportBatch.objects.count()) == (3, 0)
    assert yaml.safe_load(printed) == {
        "country:čr": "CZ",
        "country:cr": "CZ",
        "country:sp": "ES",
        "organisations": "create",
    }
    run(world, sheet, kind="experiences", answers=file_of(tmp_path, printed.encode(), "answers.yaml"))
    assert Experience.objects.count() == 25


def test_import_people_never_proposes_a_match_by_itself(world, tmp_path):
    file = file_of(tmp_path, csv("Name;E-mail", "Ana Example;ana@example.org", "Example, Ana;ANA@example.org"))
    error, printed = refused(world, file)
    assert (error.returncode, yaml.safe_load(printed)) == (3, {"match:3": None})
    answers = file_of(tmp_path, b"match:3: row:2\n", "answers.yaml")
    run(world, file, answers=answers)
    assert Person.objects.count() == 1


def test_import_people_takes_attendance_with_a_new_occasion(world, tmp_path):
    file = file_of(tmp_path, csv("Name;E-mail;Signature", "Ana Example;ana@example.org;x"))
    options = {"kind": "attendance", "occasion": "Invented day", "category": "teachers"}
    assert "needs the day" in str(refused(world, file, **options)[0])
    run(world, file, **options, held_on=date(2018, 3, 14))
    record = Participation.objects.get()
    assert (str(record.occasion), str(record.held_on), record.signed) == ("Invented day", "2018-03-14", True)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"partner": "77"}, "77 is no partner of"),
        ({"project": "none"}, "There is no project none."),
        ({"by": "nobody@example.org"}, "There is no account nobody@example.org."),
    ],
)
def test_import_people_refuses_what_it_does_not_know(world, tmp_path, options, message):
    error, _printed = refused(world, file_of(tmp_path, SHEET), **options)
    assert (str(error).startswith(message), error.returncode) == (True, 1)


def test_import_people_refuses_a_file_that_is_no_sheet(world, tmp_path):
    error, _printed = refused(world, file_of(tmp_path, b"%PDF-1.7", "list.csv"))
    assert ("This is a PDF." in str(error), Evidence.objects.exists()) == (True, False)
    assert "cannot be opened" in str(refused(world, tmp_path / "away.csv")[0])


def test_import_people_asks_the_rights_of_the_account_it_acts_for(world, tmp_path):
    reader = UserFactory(role=Role.READER, project=world.project)
    file = file_of(tmp_path, SHEET)
    assert "may not write" in str(refused(world, file, by=reader.email)[0])
    run(world, file, by=world.user.email)
    assert ImportBatch.objects.get().started_by == world.user


def test_import_people_refused_leaves_no_file_behind(world, tmp_path):
    def files():
        return sum(len(default_storage.listdir(folder)[1]) for folder in folders())

    def folders():
        years = default_storage.listdir("evidence")[0] if default_storage.exists("evidence") else []
        return [
            f"evidence/{year}/{month}" for year in years for month in default_storage.listdir(f"evidence/{year}")[0]
        ]

    before = files()
    refused(world, FOLDER / "cz_zaci_praxe.xlsx", kind="experiences")
    assert files() == before
