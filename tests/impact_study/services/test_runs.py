import json
from threading import Barrier, Thread

import pytest
from django.db import connection

from core.enums import JobState
from core.jobs.running import run as run_job
from core.problems import ProblemsFound
from impact_study.enums import RunState, StudyState
from impact_study.models import AnalysisPlan, AnalysisRun
from impact_study.services.plans import begin_plan, plan_of, write_plan
from impact_study.services.runs import carry_out, snapshot_for, start_run
from impact_study.services.snapshots import take_snapshot
from tests.factories import UserFactory
from tests.factories.impact_study import ResponseFactory, StudyFactory
from tests.impact_study.answered import answered_study

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    return UserFactory(is_staff=True)


def run_of(study, staff):
    job = start_run(plan=plan_of(study=study, by=staff), by=staff)
    run_job(str(job.pk))
    job.refresh_from_db()
    assert job.state == JobState.DONE, (job.problems, job.error_reference)
    return AnalysisRun.objects.get(job=job)


def test_run_stores_protected_results_with_what_made_them(staff):
    study = answered_study()

    run = run_of(study, staff)

    assert (run.state, run.snapshot.rows, sorted(run.software)) == (
        RunState.DONE, 120, ["numpy", "polars", "scipy"],
    )  # fmt: skip
    found = {each["key"]: each for each in run.results}
    change = found["change_student.skill"]
    assert (change["n"], change["result"]["result"]) == (60, "paired_scores")
    assert 0.5 < change["result"]["difference"] < 1.3
    malta = found["change_student.skill.country=MT"]
    assert (malta["n"], malta["result"]) == (None, {"result": "withheld", "why": "small", "minimum": 5})
    beside = [each["where"]["country"] for each in run.results if each["result"].get("why") == "beside"]
    assert beside
    assert {"key": "change_student.skill.country=MT", "what": "n", "why": "small"} in run.withheld
    json.dumps(run.results, allow_nan=False)


def test_run_tells_no_count_of_few_people(staff):
    run = run_of(answered_study(), staff)

    assert list(small_counts(run.results)) == []


def small_counts(part, path=""):
    """Every whole number between one and four that counts people."""
    counting = {"n", "n_first", "n_second", "count", "higher", "same", "lower", "only_before", "only_after", "neither"}
    if isinstance(part, dict):
        for name, each in part.items():
            if name in counting and isinstance(each, int) and 0 < each < 5:
                yield f"{path}.{name}"
            yield from small_counts(each, f"{path}.{name}")
    if isinstance(part, list):
        for number, each in enumerate(part):
            yield from small_counts(each, f"{path}[{number}]")


def test_run_done_again_on_the_same_snapshot_finds_the_same(staff):
    study = answered_study()
    first, second = run_of(study, staff), run_of(study, staff)

    assert first.snapshot == second.snapshot
    assert first.results == second.results
    assert second.number == 2


def test_run_that_was_stopped_goes_on_with_its_snapshot(staff):
    study = answered_study(people=20)
    run = AnalysisRun.objects.create(study=study, plan=plan_of(study=study, by=staff), number=1, state=RunState.RUNNING)
    run.snapshot = take_snapshot(study=study, by=staff)
    run.save()
    ResponseFactory.create_batch(20, wave=study.waves.first())

    carry_out(run=run, by=staff)

    run.refresh_from_db()
    assert (run.state, run.snapshot.number, run.snapshot.rows) == (RunState.DONE, 1, 40)


def test_start_run_twice_is_one_run(staff):
    plan = begin_plan(study=answered_study(people=12), by=staff)

    assert start_run(plan=plan, by=staff) == start_run(plan=plan, by=staff)
    assert AnalysisRun.objects.count() == 1


def test_snapshot_stays_while_few_people_came(staff):
    study = answered_study(people=12)
    first = snapshot_for(study=study, by=staff)

    ResponseFactory.create_batch(4, wave=study.waves.first())
    assert snapshot_for(study=study, by=staff) == first

    ResponseFactory(wave=study.waves.first())
    assert snapshot_for(study=study, by=staff).number == 2


def test_plan_written_after_closing_is_a_deviation_with_its_reason(staff):
    study = answered_study(people=12)
    plan = begin_plan(study=study, by=staff)
    plan.locked_at = "2019-01-01T00:00Z"
    plan.save()
    study.state = StudyState.CLOSED

    with pytest.raises(ProblemsFound, match="say why"):
        write_plan(study=study, content=plan.content, reason=" ", seen=1, by=staff)
    written = write_plan(study=study, content=plan.content, reason="A reviewer asked", seen=1, by=staff)

    assert (written.number, written.is_deviation, plan.is_deviation) == (2, True, False)
    with pytest.raises(ProblemsFound, match="meanwhile"):
        write_plan(study=study, content=plan.content, reason="Again", seen=1, by=staff)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_plan_begun_twice_at_once_is_one_plan(staff):
    study = answered_study(people=1)
    together, begun = Barrier(2), []

    def begin():
        together.wait(20)
        begun.append(begin_plan(study=study, by=staff).number)
        connection.close()

    threads = [Thread(target=begin) for _twice in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)

    assert (begun, AnalysisPlan.objects.count()) == ([1, 1], 1)


def test_plan_begun_again_is_the_one_there_is(staff):
    study = answered_study(people=1)

    assert begin_plan(study=study, by=staff) == begin_plan(study=study, by=staff)


def test_plan_of_a_study_without_questions_is_refused(staff):
    with pytest.raises(ProblemsFound, match="no wave"):
        begin_plan(study=StudyFactory(), by=staff)


def test_default_plan_describes_and_compares_what_is_asked(staff):
    plan = begin_plan(study=answered_study(people=1), by=staff)

    assert [(block["code"], block["variables"]) for block in plan.content["blocks"]] == [
        ("response", []),
        ("items_student", ["skill_1", "skill_2", "skill_3", "hired"]),
        ("scores_student", ["skill"]),
        ("reliability_student", ["skill"]),
        ("change_student", ["skill"]),
        ("item_change_student", ["skill_1", "skill_2", "skill_3", "hired"]),
    ]
