from xml.etree import ElementTree

import pytest
from django.urls import reverse

from core.jobs.running import run as run_job
from core.models import Job
from impact_study.services.codebook_pages import codebook_page
from network.enums import Role
from tests.factories import MembershipFactory, UserFactory
from tests.factories.impact_study import RunFactory
from tests.impact_study.answered import answered_study

pytestmark = pytest.mark.django_db

FINDING = {
    "kind": "describe_item", "variable": "hired", "groups": ["student"], "where": {"wave": "pre"}, "n": 12,
    "missing": {"no_answer": 7, "dont_know": None},
    "result": {"choices": {"yes": {"count": 12, "share": 1.0}, "no": {"withheld": "small"}}},
}  # fmt: skip
WITHHELD = {**FINDING, "where": {"wave": "post"}, "n": None, "missing": {}, "result": {"result": "withheld"}}
PART = {**FINDING, "where": {"wave": "pre", "country": "MT"}, "n": 900}


@pytest.fixture
def study(client):
    study, user = answered_study(people=6), UserFactory()
    MembershipFactory(user=user, project=study.project, role=Role.READER, partner=None)
    client.force_login(user)
    return study


def test_counts_are_those_the_run_may_tell(study):
    RunFactory(plan__study=study, results=[FINDING, WITHHELD, PART])

    hired = {entry.column: entry for entry in codebook_page(study, "en")["entries"]}["hired"]

    assert [(line.code, line.label, line.counts) for line in hired.lines] == [
        ("yes", "Yes", (12, None)), ("no", "No", (None, None)),
    ]  # fmt: skip
    assert [line.counts for line in hired.missing] == [(0, None), (7, None), (0, None), (None, None), (0, None)]
    assert hired.universe == "Everybody who answers"


def test_page_tells_every_question_before_anything_is_counted(study, client):
    page = client.get(reverse("impact_study:codebook", args=[study.project.code, study.pk])).content.decode()

    assert all(words in page for words in ("I know the trade", "skill_1", "Level 4", "Counts come with the first run"))


def test_codebook_is_printed_by_a_worker(study, client):
    pytest.importorskip("weasyprint", exc_type=OSError)
    client.post(reverse("impact_study:codebook_print", args=[study.project.code, study.pk]), {"language": "en"})
    job = Job.objects.get()
    run_job(str(job.pk))
    job.refresh_from_db()

    assert b"".join(client.get(job.result["url"]).streaming_content)[:5] == b"%PDF-"


def test_codebook_is_handed_to_archives_as_ddi(study, client):
    RunFactory(plan__study=study, results=[FINDING, WITHHELD, PART])
    address = reverse("impact_study:codebook_file", args=[study.project.code, study.pk])

    answer = client.get(address, {"form": "ddi", "language": "en"})

    counts = [each.text for each in ElementTree.fromstring(answer.content).iter("{ddi:codebook:2_5}catStat")]
    assert counts == ["12", "0", "7", "0", "0"]
    assert answer["Content-Disposition"] == f'attachment; filename="{study.code}-codebook-en.ddi.xml"'
