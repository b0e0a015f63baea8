import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.jobs.running import run as run_job
from impact_study.models import AnalysisPlan, AnalysisRun
from impact_study.services.plans import plan_of
from impact_study.services.runs import start_run
from network.enums import Role
from tests.factories import MembershipFactory, UserFactory
from tests.impact_study.answered import answered_study

pytestmark = pytest.mark.django_db


@pytest.fixture
def study():
    return answered_study(people=60)


@pytest.fixture
def coordinator(study, client):
    user = UserFactory()
    MembershipFactory(user=user, project=study.project, role=Role.COORDINATOR, partner=None)
    client.force_login(user)
    return user


@pytest.fixture
def run(study, coordinator):
    job = start_run(plan=plan_of(study=study, by=coordinator), by=coordinator)
    run_job(str(job.pk))
    return AnalysisRun.objects.get(job=job)


def address(name, run, *more):
    return reverse(f"impact_study:{name}", args=[run.study.project.code, run.pk, *more])


def test_run_list_begins_a_run(study, coordinator, client):
    page = reverse("impact_study:run_list", args=[study.project.code, study.pk])
    assert "Nothing has been computed yet." in client.get(page).text

    answer = client.post(reverse("impact_study:run_start", args=[study.project.code, study.pk]))

    run = AnalysisRun.objects.get()
    assert answer.url == run.job.get_absolute_url()
    assert f"Run {run.number}" in client.get(page).text


def test_run_shows_blocks_with_charts_and_what_is_hidden(run, client, django_assert_max_num_queries):
    with django_assert_max_num_queries(20):
        text = client.get(address("run_detail", run) + "?block=change_student&by=country").text

    assert "Change of the same people: Students" in text
    assert "hidden, n &lt; 5" in text
    assert "run 1 of plan 1 on snapshot 1" in text
    assert 'role="img"' in text


def test_run_narrowed_to_a_country_shows_it_alone(run, client):
    text = client.get(address("run_detail", run) + "?block=scores_student&by=country%3DES").text

    assert ">Spain</td>" in text
    assert ">Romania</td>" not in text


def test_run_shows_everybody_in_words_before_parts(run, client):
    text = client.get(address("run_detail", run) + "?block=change_student").text

    assert "Skill (Students) rose (by " in text
    assert ">Spain</td>" not in text


def test_every_result_has_a_page_with_its_trace(run, client):
    for number, finding in enumerate(run.results):
        text = client.get(address("result_detail", run, number)).text
        assert "run 1 of plan 1 on snapshot 1" in text, finding["key"]
        assert "None" not in text.partition("<main")[2], finding["key"]
    assert client.get(address("result_detail", run, len(run.results))).status_code == 404


def test_charts_can_be_taken_along(run, client):
    drawing = client.get(address("result_chart", run, "change_student", "slopes", "svg"))
    figures = client.get(address("result_chart", run, "change_student", "slopes", "csv"))

    assert drawing["Content-Type"] == "image/svg+xml"
    assert drawing.text.startswith("<svg")
    assert figures.text.splitlines()[0] == "Subject,Before,After"
    assert client.get(address("result_chart", run, "change_student", "none", "svg")).status_code == 404


def test_plan_is_a_page_and_grows_by_versions(study, coordinator, client):
    plan = plan_of(study=study, by=coordinator)
    page = reverse("impact_study:plan_detail", args=[study.project.code, plan.pk])
    assert "Change of the same people: Students" in client.get(page).text

    add = reverse("impact_study:plan_add_block", args=[study.project.code, plan.pk])
    wrong = client.post(add, {"code": "more", "kind": "compare_groups", "variables": ["skill"]})
    right = client.post(add, {"code": "more", "kind": "compare_groups", "variables": ["skill"], "by": "country"})

    assert wrong.status_code == 422
    assert "This block has to say which groups it compares." in wrong.text
    newest = AnalysisPlan.objects.get(number=2)
    assert right.url == reverse("impact_study:plan_detail", args=[study.project.code, newest.pk])
    assert newest.content["blocks"][-1]["code"] == "more"


def test_plan_loses_a_block(study, coordinator, client):
    plan = plan_of(study=study, by=coordinator)

    client.post(
        reverse("impact_study:plan_remove_block", args=[study.project.code, plan.pk]), {"block": "item_change_student"}
    )

    codes = [block["code"] for block in AnalysisPlan.objects.get(number=2).content["blocks"]]
    assert "item_change_student" not in codes


def test_snapshot_page_tells_its_checksum(run, client):
    text = client.get(
        address("snapshot_detail", run.snapshot and run).replace(f"/{run.pk}/", f"/{run.snapshot.pk}/")
    ).text

    assert run.snapshot.sha256 in text


@pytest.mark.django_db(transaction=True)
def test_drawn_block_is_kept_for_its_language_and_narrowing(run, client):
    whole = address("run_detail", run) + "?block=change_student"
    first = [client.get(where).text for where in (whole, f"{whole}&by=country", whole.replace("/en/", "/es/"))]
    with CaptureQueriesContext(connection) as asked:
        again = [client.get(where).text for where in (whole, f"{whole}&by=country", whole.replace("/en/", "/es/"))]

    assert [page.partition("<main")[2] for page in again] == [page.partition("<main")[2] for page in first]
    assert len({page.partition("<main")[2] for page in first}) == 3
    assert not any('"results"' in query["sql"] or '"codebook"' in query["sql"] for query in asked)
