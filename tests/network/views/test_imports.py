from __future__ import annotations

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.models import Job
from network.enums import ImportState, Role
from network.models import ImportBatch, Participation, Person
from tests.factories import UserFactory
from tests.network.services.importing.world import csv, make_world
from tests.sample_sheets import sample

pytestmark = pytest.mark.django_db
SHEET = csv(
    "Nombre y apellidos;Perfil;Centro;Correo electrónico;Fecha;Firma",
    "Ana Ejemplo;profesora;IES Ejemplo;ana@example.org;14/03/2018;x",
    "Luis Ejemplo;alumno;IES Ejemplo;luis@example.org;soon;x",
    "N/A;alumno;IES Ejemplo;;14/03/2018;x",
)


@pytest.fixture
def world():
    return make_world("ES")


def address(name, world, *args):
    return reverse(f"network:{name}", args=[world.project.code, *args])


def upload(client, world, data=SHEET, name="lista.csv", **more):
    fields = {"partner": world.partner.pk, "kind": "attendance", "occasion": world.occasion.pk, **more}
    return client.post(address("import_create", world), {**fields, "file": SimpleUploadedFile(name, data)})


def signed_in(client, world):
    client.force_login(world.user)
    return client


def test_a_sheet_comes_in_through_all_steps_without_script(client, world):
    client = signed_in(client, world)
    columns = upload(client, world)
    batch = ImportBatch.objects.get()
    assert columns.url == address("import_columns", world, batch.pk)
    form = client.get(columns.url).context["form"]
    mapping = {name: field.initial for name, field in form.fields.items()}
    assert list(mapping.values()) == ["person_name", "function", "organisation", "email", "date", "signature"]
    preview = client.post(columns.url, mapping, follow=True)
    assert [line.row.label for line in preview.context["refused"]] == ["3", "4"]
    assert "“soon” is not a date." in preview.content.decode()
    row = batch.rows.get(number=3)
    mend = {"row": row.pk, "letters": "E", "text": "15/03/2018"}
    mended = client.post(address("import_mend", world, batch.pk), mend, follow=True)
    assert [line.row.label for line in mended.context["refused"]] == ["4"]
    answered = client.post(address("import_preview", world, batch.pk), {"q0": "create_here"}, follow=True)
    assert answered.context["form"].fields == {}
    done = client.post(address("import_apply", world, batch.pk), follow=True)
    assert done.redirect_chain[-1][0] == batch.get_absolute_url()
    assert Participation.objects.count() == 2
    undone = client.post(address("import_undo", world, batch.pk), follow=True)
    assert "The import was undone." in undone.content.decode()
    assert (Participation.objects.count(), Person.objects.count()) == (0, 0)


def test_a_file_that_is_no_sheet_is_refused_with_the_cause_and_nothing_is_stored(client, world):
    answer = upload(signed_in(client, world), world, b"%PDF-1.7", "lista.xlsx")
    assert answer.status_code == 422
    assert "This is a PDF." in answer.content.decode()
    assert not ImportBatch.objects.exists()


def test_attendance_needs_an_occasion_or_makes_one(client, world):
    client = signed_in(client, world)
    assert upload(client, world, occasion="").status_code == 422
    upload(client, world, occasion="", occasion_title="Workshop", occasion_day="2018-03-14")
    assert ImportBatch.objects.get().occasion.title == "Workshop"


def test_applying_says_what_is_still_open(client, world):
    client = signed_in(client, world)
    upload(client, world)
    batch = ImportBatch.objects.get()
    client.get(address("import_preview", world, batch.pk), follow=True)
    page = client.post(address("import_apply", world, batch.pk))
    assert (page.status_code, "1 question is still open." in page.content.decode()) == (422, True)


def test_matches_are_chosen_row_by_row_or_all_at_once(client, world):
    client = signed_in(client, world)
    upload(client, world, sample("es_taller_asistencia.xlsx"), "es_taller_asistencia.xlsx")
    batch = ImportBatch.objects.get()
    client.get(address("import_preview", world, batch.pk), follow=True)
    matches = address("import_matches", world, batch.pk)
    page = client.get(matches).content.decode()
    assert "Row 11: Lucía Güemes Sáinz" in page
    client.post(matches, {"row-21": "new"})
    assert batch.rows.get(number=21).decision == "new"
    client.post(matches, {"all": "same"})
    assert set(batch.rows.filter(match="possible").exclude(number=21).values_list("decision", flat=True)) == {
        "row:27",
        "row:33",
        "row:5",
        "row:26",
        "row:46",
    }
    assert client.post(matches, {"row-21": "person:1"}).status_code == 422


def test_another_way_of_reading_lays_the_rows_out_anew(client, world):
    client = signed_in(client, world)
    upload(client, world, "Título\nNombre;Correo\nAna;a@example.org\n".encode("cp1252"), "x.csv")
    batch = ImportBatch.objects.get()
    client.post(address("import_reading", world, batch.pk), {"header": "1", "encoding": "cp1250", "delimiter": ""})
    batch.refresh_from_db()
    assert (batch.header_row, batch.encoding, batch.rows.count()) == (1, "cp1250", 2)


def test_rejected_rows_are_handed_out_with_the_reason(client, world):
    client = signed_in(client, world)
    upload(client, world)
    batch = ImportBatch.objects.get()
    client.get(address("import_preview", world, batch.pk), follow=True)
    text = b"".join(client.get(address("import_rejected_csv", world, batch.pk)).streaming_content).decode()
    assert "Luis Ejemplo,alumno,IES Ejemplo,luis@example.org,soon,x,3,“soon” is not a date." in text
    book = openpyxl.load_workbook(io.BytesIO(client.get(address("import_rejected_xlsx", world, batch.pk)).content))
    assert [cell.value for cell in book.active[3]][-2:] == ["4", "There is no name."]


def test_a_finished_import_cannot_be_changed(client, world):
    batch = world.bring_in(SHEET)
    client = signed_in(client, world)
    assert client.get(address("import_columns", world, batch.pk)).url == batch.get_absolute_url()
    client.post(address("import_reading", world, batch.pk), {"header": "2"})
    batch.refresh_from_db()
    assert (batch.state, batch.header_row) == (ImportState.APPLIED, 1)


@pytest.mark.parametrize(
    ("role", "status"), [(Role.READER, 404), (Role.AUDITOR, 200), (Role.COORDINATOR, 200), (Role.CONTRIBUTOR, 404)]
)
def test_who_sees_an_import(client, world, role, status):
    """A contributor of another partner does not know it is there; an auditor sees it and changes nothing."""
    batch = world.bring_in(SHEET)
    client.force_login(UserFactory(role=role, project=world.project))
    assert client.get(batch.get_absolute_url()).status_code == status
    expected = 200 if role == Role.COORDINATOR else 403 if role == Role.AUDITOR else 404
    assert client.get(address("import_undo", world, batch.pk)).status_code == expected


def test_import_list_takes_as_many_queries_for_three_imports_as_for_one(client, world):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            client.get(address("import_list", world))
        return len(captured)

    client = signed_in(client, world)
    world.open(csv("Name;E-mail", "Ana Example;a@example.org"), kind="people")
    queries()
    once = queries()
    for number in range(2):
        world.open(csv("Name;E-mail", f"Ana {number} Example;a{number}@example.org"), kind="people")
    assert queries() == once


def test_a_long_sheet_is_previewed_and_applied_in_the_background(
    client, world, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr("network.views.import_steps.LARGE", 1)
    client = signed_in(client, world)
    upload(client, world)
    batch = ImportBatch.objects.get()
    form = client.get(address("import_columns", world, batch.pk)).context["form"]
    mapping = {name: field.initial for name, field in form.fields.items()}
    with django_capture_on_commit_callbacks(execute=True):
        waiting = client.post(address("import_columns", world, batch.pk), mapping)
    job = Job.objects.get()
    assert (waiting.url, job.state) == (job.get_absolute_url(), "done")
    assert job.result["url"] == address("import_preview", world, batch.pk)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(address("import_preview", world, batch.pk), {"q0": "create"})
    with django_capture_on_commit_callbacks(execute=True):
        client.post(address("import_apply", world, batch.pk))
    batch.refresh_from_db()
    assert (batch.state, batch.counts["applied"]["taken"]) == (ImportState.APPLIED, 1)
