from __future__ import annotations

from contextlib import nullcontext

import pytest
from django.db.transaction import atomic
from django.utils import timezone
from django.utils.translation import get_language

from core.enums import JobState
from core.jobs import whispers
from core.jobs.running import run
from core.models import Job
from core.problems import Problem, ProblemsFound
from network.models import Project
from tests.factories import JobFactory, ProjectFactory, UserFactory

pytestmark = pytest.mark.django_db


def after_run(job):
    run(str(job.pk))
    job.refresh_from_db()
    return job


def test_run_does_the_work_and_keeps_its_result(offer):
    def work(job):
        job.progress(1, 4, "Reading")
        return {"url": "/en/", "rows": job.params["rows"]}

    offer(work)
    job = after_run(JobFactory(params={"rows": 12}))

    assert (job.state, job.done, job.total, job.step) == ("done", 4, 4, "Reading")
    assert job.result == {"url": "/en/", "rows": 12}
    assert (job.lease_until, job.finished_at is None) == (None, False)


def test_run_speaks_the_actors_language(offer):
    offer(lambda job: {"message": get_language()})
    assert after_run(JobFactory(actor__language="es")).outcome == {"message": "es"}


def test_run_leaves_a_job_that_another_worker_holds(offer):
    offer()
    later = timezone.now() + timezone.timedelta(minutes=1)
    held = JobFactory(state=JobState.RUNNING, run="other", lease_until=later, attempts=1)
    assert (after_run(held).state, held.run, held.attempts) == ("running", "other", 1)


@pytest.mark.parametrize("state", [JobState.DONE, JobState.FAILED, JobState.PARKED, JobState.CANCELLED])
def test_run_leaves_a_finished_job(offer, state):
    offer(lambda job: {"message": "again"})
    assert after_run(JobFactory(state=state, finished_at=timezone.now())).outcome == {}


def test_run_tells_what_a_service_found_wrong(offer):
    def work(job):
        raise ProblemsFound([Problem("no_date", "No date.", row=3, remedy="Write one.")])

    offer(work)
    job = after_run(JobFactory())

    told = [{"code": "no_date", "message": "No date.", "remedy": "Write one.", "row": 3}]
    assert (job.state, job.problems) == ("failed", told)


def test_run_tries_three_times_and_then_sets_aside(offer):
    def work(job):
        raise ZeroDivisionError

    offer(work)
    job = JobFactory()

    assert [after_run(job).state for _time in range(4)] == ["queued", "queued", "parked", "parked"]
    assert (job.attempts, len(job.error_reference)) == (3, 8)


def test_run_asks_the_right_again(offer):
    offer(permission="network.change_project", target=lambda params: ProjectFactory())
    job = after_run(JobFactory())
    assert (job.state, [told["code"] for told in job.problems]) == ("failed", ["not_allowed"])


def test_run_stops_for_an_actor_who_left(offer):
    offer()
    assert after_run(JobFactory(actor__is_active=False)).state == "failed"
    assert after_run(JobFactory(actor=None)).state == "failed"


def test_run_stops_when_the_thing_is_gone(offer):
    offer(target=lambda params: Job.objects.get(pk=params["job"]))
    job = after_run(JobFactory(params={"job": "00000000-0000-0000-0000-000000000000"}))
    assert [told["code"] for told in job.problems] == ["gone"]


def test_run_stops_at_the_next_step_when_asked(offer):
    reached = []

    def work(job):
        reached.append("first")
        Job.objects.filter(pk=job.job.pk).update(cancel_requested_at=timezone.now())
        job.progress(1, 2, "second")
        reached.append("second")

    offer(work)

    assert (after_run(JobFactory()).state, reached) == ("cancelled", ["first"])


def test_worker_that_lost_the_row_undoes_its_effect(offer):
    def work(job):
        with atomic():
            ProjectFactory(code="effect")
            Job.objects.filter(pk=job.job.pk).update(run="another")
            job.finish(url="/")

    offer(work)
    job = after_run(JobFactory())

    assert (job.state, job.result) == ("running", {})
    assert not UserFactory().has_perm("core.view_job", job)


def test_progress_inside_a_transaction_is_whispered(offer):
    seen = []

    def work(job):
        for step, inside in (("inside", atomic), ("outside", nullcontext)):
            with inside():
                job.progress(1, 9, step)
                row = Job.objects.get()
                seen.append((row.step, whispers.heard(row).step))

    offer(work)
    after_run(JobFactory())

    assert seen == [("", "inside"), ("outside", "outside")]


def test_work_in_a_transaction_hears_that_it_shall_stop(offer):
    def work(job):
        with atomic():
            ProjectFactory(code="half")
            whispers.ask_to_stop(job.job.pk)
            job.progress(1, 9)

    offer(work)

    assert after_run(JobFactory()).state == "cancelled"
    assert not Project.objects.filter(code="half").exists()
