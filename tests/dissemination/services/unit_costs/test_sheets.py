from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import translation
from openpyxl import load_workbook

from core.enums import JobState
from core.models import Job
from dissemination.models import EventDocument, MultiplierAward
from network.enums import Role
from tests.factories import PersonFactory, UserFactory

pytestmark = pytest.mark.django_db


def ask_for(client, event, kind):
    address = reverse("dissemination:claim_sheet", args=[event.project.code])
    client.post(address, {"kind": kind})


@pytest.fixture
def as_coordinator(client, event, settings):
    client.force_login(UserFactory(role=Role.COORDINATOR, project=event.project))
    return client


def test_the_claim_as_sheet_has_real_numbers_and_is_made_once(
    as_coordinator,
    event,
    noted,
    django_capture_on_commit_callbacks,
):
    noted(country="RO")
    with django_capture_on_commit_callbacks(execute=True):
        ask_for(as_coordinator, event, "claim_xlsx")
    with django_capture_on_commit_callbacks(execute=True):
        ask_for(as_coordinator, event, "claim_xlsx")

    assert [job.state for job in Job.objects.all()] == [JobState.DONE, JobState.DONE]
    made = EventDocument.objects.get()
    book = load_workbook(BytesIO(made.file.read()))
    assert [[cell.value for cell in row][-1] for row in book["Events"].iter_rows(min_row=2, max_row=2)] == [200]
    assert [cell.value for cell in list(book["Heads"].rows)[1]][-3:-1] == ["International", 200]


def test_strange_names_are_inert_in_the_sheet(as_coordinator, event, noted, django_capture_on_commit_callbacks):
    name = "=SUM(A1) <b>&😀"
    noted(person=PersonFactory(given_name=name, family_name=""))
    with django_capture_on_commit_callbacks(execute=True):
        ask_for(as_coordinator, event, "claim_xlsx")
    cell = list(load_workbook(BytesIO(EventDocument.objects.get().file.read()))["Heads"].rows)[1]
    assert [(each.value, each.data_type) for each in cell if name in str(each.value)] in (
        [(name, "s")], [(f"'{name}", "s")],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("language", "typed", "kept"),
    [
        ("en", "5300.50", "5300.50"), ("en", "5300,50", None), ("en", "12.345", None), ("en", "12,345", None),
        ("es", "5300,50", "5300.50"), ("es", "12,345", None), ("es", "12.345", None),
    ],
)  # fmt: skip
def test_awarded_amount_is_read_by_the_language_of_the_form_and_never_guessed(
    as_coordinator, event, language, typed, kept
):
    with translation.override(language):
        address = reverse("dissemination:unit_costs", args=[event.project.code])
    as_coordinator.post(address, {"amount": typed})
    amounts = [str(row.amount) for row in MultiplierAward.objects.filter(amount__isnull=False)]
    assert amounts == ([kept] if kept else [])


def test_the_claim_as_pdf_names_every_head_and_is_tagged(
    as_coordinator,
    event,
    noted,
    django_capture_on_commit_callbacks,
):
    pytest.importorskip("core.printing.pdf", reason="Pango is not installed", exc_type=OSError)
    pypdf = pytest.importorskip("pypdf")
    record = noted(kind=None)
    with django_capture_on_commit_callbacks(execute=True):
        ask_for(as_coordinator, event, "claim_pdf")

    made = EventDocument.objects.get()
    read = pypdf.PdfReader(BytesIO(made.file.read()))
    text = " ".join("".join(page.extract_text() for page in read.pages).split())
    assert (str(record.person) in text, "Nothing proves the attendance" in text) == (True, True)
    assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]
