"""The same snapshot gives the same figures in each format."""

from __future__ import annotations

from io import BytesIO

import pypdf
import pytest
from django.core.management import CommandError, call_command
from docx import Document as Docx
from openpyxl import load_workbook

from core.printing import pango
from core.problems import ProblemsFound
from network.models import Participation
from reports.enums import FileFormat
from reports.models import Contribution, Report, ReportFile
from reports.services.approval import approve_report
from reports.services.assembly import document_of
from reports.services.printing import print_report
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
pytest.importorskip("weasyprint", reason="Pango is not installed", exc_type=OSError)


@pytest.fixture
def approved(report, locked):
    Contribution.objects.update(text="Done.", state="accepted")
    report.period.refresh_from_db()
    approve_report(report=report, by=UserFactory(name="Invented Coordinator"))
    return Report.objects.get()


def read(made):
    with made.file.open("rb") as file:
        return file.read()


def test_every_format_prints_the_snapshots_figures(approved):
    document = document_of(approved)
    told = {figure.label: figure.value for _part, figure in document.figures()}
    category = next(row for row in approved.snapshot.figures["categories"] if row["code"] == "teachers")
    files = {name: read(print_report(report=approved, file_format=name, by=None)) for name in ("pdf", "xlsx", "docx")}

    sheet = load_workbook(BytesIO(files["xlsx"]))["Figures"]
    in_xlsx = {row[1]: row[2] for row in sheet.iter_rows(min_row=2, values_only=True)}
    tables = [
        table for table in Docx(BytesIO(files["docx"])).tables if table.rows[0].cells[0].text == "What is counted"
    ]
    in_docx = {row.cells[0].text: int(row.cells[1].text) for table in tables for row in table.rows[1:]}
    lines = "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(files["pdf"])).pages).splitlines()
    in_pdf = {label: f"{label} {value}" for label, value in told.items()}

    assert told["Teachers"] == category["distinct_new"] == 3
    assert in_xlsx == told
    assert in_docx == told
    assert {
        label: next((line[: len(start)] for line in lines if line.startswith(start)), "")
        for label, start in in_pdf.items()
    } == in_pdf


def test_unchanged_report_is_not_printed_again(report):
    first = print_report(report=report, file_format=FileFormat.XLSX, by=None)
    assert print_report(report=report, file_format=FileFormat.XLSX, by=None) == first
    Contribution.objects.filter(section__report=report).update(text="New words.")
    second = print_report(report=report, file_format=FileFormat.XLSX, by=None)
    assert (second != first, list(ReportFile.objects.all())) == (True, [second])


def test_approved_report_keeps_what_it_said(approved):
    before = print_report(report=approved, file_format=FileFormat.PDF, by=None)
    Participation.objects.all().delete()
    approved.project.title = {"en": "Renamed"}
    approved.project.save()
    assert print_report(report=Report.objects.get(), file_format=FileFormat.PDF, by=None) == before
    assert before.is_preview is False


def test_file_of_an_open_period_is_a_preview(report):
    made = print_report(report=report, file_format=FileFormat.PDF, by=None)
    assert (made.is_preview, made.name) == (True, "invented-interim-progress-report-ka2-en-v1-preview.pdf")
    assert "Preview" in pypdf.PdfReader(BytesIO(read(made))).pages[1].extract_text()


def test_missing_pango_is_told_in_one_sentence(report, monkeypatch):
    monkeypatch.setattr(pango, "missing_libraries", lambda: ("pango-1.0",))
    with pytest.raises(ProblemsFound, match="Pango library is not installed"):
        print_report(report=report, file_format=FileFormat.PDF, by=None)
    assert print_report(report=report, file_format=FileFormat.XLSX, by=None).size > 0


def test_export_report_begins_and_prints_it_without_a_browser(period, template, tmp_path, capsys):
    for _twice in range(2):
        call_command(
            "export_report", "invented", "interim", "--format", "xlsx,zip", "--language", "es", "--out", tmp_path
        )
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == [
        "invented-interim-progress-report-ka2-es-v1-evidence-preview.zip",
        "invented-interim-progress-report-ka2-es-v1-preview.xlsx",
    ]
    assert Report.objects.get().language == "es"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["invented", "Interim", "--format", "epub"], "Unknown format: epub."),
        (["invented", "Final"], "No such period in invented. There are: Interim"),
        (["nowhere", "Interim"], "No such period in nowhere."),
        (["invented", "Interim", "--template", "none"], "No such template: none."),
    ],
)
def test_export_report_says_what_is_wrong(period, template, arguments, words):
    with pytest.raises(CommandError, match=words):
        call_command("export_report", *arguments)
