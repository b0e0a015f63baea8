from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook

from core.jobs.running import run as run_job
from core.models import Job
from impact_study.enums import StudyState
from impact_study.models import Response
from impact_study.rules.codes import new_code
from impact_study.services.counters import full_count, read_counts
from network.enums import Role
from tests.factories import MembershipFactory, PartnerFactory, UserFactory
from tests.factories.impact_study import VersionFactory, WaveFactory
from tests.impact_study.rules.questionnaires import document, page, question

pytestmark = pytest.mark.django_db

TEXTS = {"en": {"q.agrees": "I agree", "list.agree.1": "Not at all", "list.agree.2": "Fully"}}
GOOD = 'agrees,years,likes,why\n1,4,red;blue,"=1+1"\nFully,2.5,none,\nna,,,\n'


@pytest.fixture
def wave(client):
    definition = document(
        page(
            "one", question("agrees", "single", choices="agree"), question("years", "number", low=0, high=60),
            question("likes", "multiple", choices="colours"), question("why", "text"), question("since", "date"),
        )
    )  # fmt: skip
    wave = WaveFactory(version=VersionFactory(definition=definition, texts=TEXTS, number=2))
    user = UserFactory()
    MembershipFactory(user=user, project=wave.project, role=Role.COORDINATOR, partner=None)
    client.force_login(user)
    return wave


def sent(client, wave, text, **told):
    partner = wave.project.partners.first() or PartnerFactory(project=wave.project)
    name = told.pop("name", "answers.csv" if isinstance(text, str) else "answers.xlsx")
    file = SimpleUploadedFile(name, text.encode() if isinstance(text, str) else text)
    address = reverse("impact_study:responses_import", args=[wave.project.code, wave.pk])
    return client.post(address, {"partner": partner.pk, "language": "en", "file": file, **told})


def checked(client, wave, text, **told):
    sent(client, wave, text, **told)
    return ran(Job.objects.filter(kind="impact_study.check_responses").latest("created_at"))


def ran(job):
    run_job(str(job.pk))
    job.refresh_from_db()
    return job


def applied(client, check, **typed):
    answer = client.post(check.result["url"], typed)
    return answer if answer.status_code == 422 else ran(Job.objects.get(kind="impact_study.import_responses"))


def faults(check):
    return [(line["row"], line["what"], line["fate"]) for line in check.result["report"]]


def test_dry_run_stores_nothing_and_applying_all_of_it(client, wave):
    check = checked(client, wave, GOOD)
    assert (check.result["counts"], Response.objects.count()) == ({"kept": 3, "changed": 0, "not_kept": 0}, 0)
    assert "Take in 3 answers" in client.get(check.result["url"]).content.decode()

    applied(client, check)

    rows = sorted(Response.objects.values_list("answers", "missing"), key=lambda row: -len(row[0]))
    assert rows == [
        ({"agrees": "1", "years": 4, "likes": ["red", "blue"], "why": "=1+1"}, {"since": "no_answer"}),
        ({"agrees": "2", "years": 2.5, "likes": ["none"]}, {"why": "no_answer", "since": "no_answer"}),
        (
            {},
            {
                "agrees": "not_applicable",
                "years": "no_answer",
                "likes": "no_answer",
                "why": "no_answer",
                "since": "no_answer",
            },
        ),
    ]
    assert read_counts([wave]) == full_count([wave])
    assert set(Response.objects.values_list("channel_kind", flat=True)) == {"paper"}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("agrees,years\n9,4\n", (2, "agrees", "not_kept")),
        ("agrees,years\n1,99\n", (2, "years", "not_kept")),
        ("agrees,years\n1,many\n", (2, "years", "not_kept")),
        ("agrees,likes\n1,red;none\n", (2, "likes", "not_kept")),
        ("agrees,years,shoes\n1,2,44\n", (None, "shoes", "not_kept")),
        ("respondent,agrees\nA,1\nA,2\n", (3, "the row", "not_kept")),
        ("version,agrees\n1,1\n", (2, "the row", "not_kept")),
        ("wave,agrees\npost,1\n", (2, "the row", "not_kept")),
        ("code,agrees\nACDE-FGHJ-KMNP,1\n", (2, "the row", "not_kept")),
        ("agrees,years\ndont_know,4\n", (2, "agrees", "changed")),
        ("agrees,years\n1,2\nagrees,years\n", (3, "the row", "not_kept")),
        ("agrees,country\n1,RO\n1,Atlantis\n", (3, "country", "not_kept")),
        ("agrees,seconds\n1,100\n1,fast\n", (3, "seconds", "not_kept")),
        ("agrees,seconds\n1,86401\n", (2, "seconds", "not_kept")),
        ("agrees,language\n1,en\n1,xx\n", (3, "language", "not_kept")),
        ("agrees,day\n1,2026-02-03\n1,31/02/2026\n", (3, "day", "not_kept")),
        ("agrees,day\n1,03/02/2026\n", (2, "day", "not_kept")),
        ("agrees,years\n1,2.125\n", (2, "years", "not_kept")),
        ("agrees,since\n1,03/02/2019\n", (2, "since", "not_kept")),
    ],
    ids=[
        "choice", "range", "type", "exclusive", "column", "twice", "version", "wave", "code", "reason", "heading",
        "country", "seconds", "a day of seconds", "language", "day", "two days", "two numbers", "two dates",
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told_by_row_and_column(client, wave, text, line):
    assert faults(checked(client, wave, text)) == [line]


@pytest.mark.parametrize(
    ("text", "told", "answers"),
    [
        ("agrees;years;since\n1;2.125;03/02/2019\n", {"mark": ".", "order": "dmy"}, (2.125, "2019-02-03")),
        ("agrees;years;since\n1;2,125;03/02/2019\n", {"mark": ",", "order": "mdy"}, (2.125, "2019-03-02")),
        ("agrees;years;since\n1;2.125;03/02/2019\n1;1.5;25/02/2019\n", {}, (2.125, "2019-02-03")),
        ("agrees;years;since\n1;2,125;03/02/2019\n1;1,5;02/25/2019\n", {}, (2.125, "2019-03-02")),
    ],
    ids=["told, point", "told, comma", "shown by the file, point", "shown by the file, comma"],
)
def test_numbers_and_days_are_read_as_told_or_as_the_column_shows(client, wave, text, told, answers):
    check = checked(client, wave, text, **told)
    applied(client, check)

    assert check.result["counts"]["not_kept"] == 0
    rows = [(row.answers["years"], row.answers["since"]) for row in Response.objects.all()]
    assert answers in rows


def test_a_workbook_tells_its_own_numbers_and_days(client, wave):
    rows = (
        ["agrees", "years", "since", "day", "country", "seconds"],
        [1, 2.125, date(2019, 3, 2), date(2026, 3, 2), "España", 61],
    )

    applied(client, checked(client, wave, workbook(*rows)))

    row = Response.objects.get()
    assert (row.answers["years"], row.answers["since"]) == (2.125, "2019-03-02")
    assert (row.day, row.country, row.seconds) == (date(2026, 3, 2), "ES", 61)


def test_what_is_not_kept_is_left_out_only_when_agreed(client, wave):
    check = checked(client, wave, "agrees,years\n1,99\n2,3\n")

    refused = applied(client, check)
    applied(client, check, leave_out="on")

    assert refused.status_code == 422
    assert sorted(len(row.answers) for row in Response.objects.all()) == [1, 2]


def test_the_same_file_and_the_same_card_count_once(client, wave):
    text = f"code,agrees\n{new_code(wave.study.secret)},1\n"
    first = checked(client, wave, text)
    applied(client, first)
    again, other = checked(client, wave, text), checked(client, wave, text.replace(",1", ",2"))

    assert [check.result["counts"]["kept"] for check in (again, other)] == [0, 0]


def test_nothing_is_stored_when_answers_came_meanwhile(client, wave):
    text = f"code,agrees\n{new_code(wave.study.secret)},1\n{new_code(wave.study.secret)},2\n"
    first, second = checked(client, wave, text), checked(client, wave, text)
    applied(client, first)
    client.post(second.result["url"])
    job = ran(Job.objects.filter(kind="impact_study.import_responses").latest("created_at"))

    assert (Response.objects.count(), job.state) == (2, "failed")


def workbook(*rows):
    book, kept = Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(kept)
    return kept.getvalue()


def bomb():
    """A small file that would unpack to a large one."""
    kept = BytesIO()
    with ZipFile(BytesIO(workbook(["agrees"], [1]))) as whole, ZipFile(kept, "w", ZIP_DEFLATED) as packed:
        for part in whole.namelist():
            packed.writestr(part, whole.read(part))
        packed.writestr("xl/media/image1.png", b"0" * 60_000_000)
    return kept.getvalue()


ENTITY = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>"""


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "a.csv"), (b"agrees,agrees\n1,1\n", "a.csv"), (b"shoes\n44\n", "a.csv"), (b"%PDF-1.7", "a.xlsx"),
        (workbook(["agrees"], [1]), "a.csv"), (workbook([]), "a.xlsx"), (b"PK\x03\x04broken", "a.xlsx"),
        (bomb(), "a.xlsx"), (ENTITY, "a.csv"), (b"\x00\x01\x02" * 500, "a.csv"),
        (b"agrees\n1" + b",1" * 400, "a.csv"), (b"agrees\n" + b"1\n" * 100_001, "a.csv"),
    ],
    ids=[
        "empty", "doubled", "no question", "a PDF", "wrong extension", "empty sheet", "broken", "bomb", "XML",
        "no text", "columns", "rows",
    ],
)  # fmt: skip
def test_a_bad_file_is_refused_in_words_and_nothing_of_it_stored(client, wave, content, name):
    answer = sent(client, wave, content, name=name)
    if answer.status_code != 422:
        job = ran(Job.objects.get())
        assert (job.state, job.error_reference) == ("failed", "")
        assert all(problem["message"] for problem in job.problems)
        assert job.problems

    assert Response.objects.count() == 0


def test_somebody_who_answered_one_question_alone_is_no_empty_line(client, wave):
    applied(client, checked(client, wave, "agrees,years,likes\n1,,\n2,,\n,,\n"))

    assert sorted(row.answers["agrees"] for row in Response.objects.all()) == ["1", "2"]


def test_hundreds_of_empty_columns_do_no_harm(client, wave):
    applied(client, checked(client, wave, "agrees" + "," * 250 + "\n1" + "," * 250 + "\n"))

    assert Response.objects.get().answers == {"agrees": "1"}


def test_a_closed_study_takes_no_answers(client, wave):
    wave.study.state = StudyState.CLOSED
    wave.study.save()

    assert sent(client, wave, GOOD).status_code == 422


def test_a_column_of_files_is_refused_and_the_rest_can_be_taken(client, wave):
    definition = document(page("one", question("why", "text"), question("plan", "file")))
    wave.version = VersionFactory(definition=definition, texts={}, number=3)
    wave.save()

    check = checked(client, wave, "why,plan\nwork,2\n")

    assert faults(check) == [(None, "plan", "not_kept")]
    assert "sent on the pages of the survey only" in check.result["report"][0]["message"]
    assert check.result["counts"]["kept"] == 1
