from __future__ import annotations

import pytest

from core.enums import JobState
from core.jobs import cancel, restart, start, starting
from core.models import AuditEntry, Job
from core.problems import ProblemsFound
from core.tasks import run_job
from tests.factories import JobFactory, ProjectFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_start_writes_a_row_with_ids_only(offer):
    offer()
    user, project = UserFactory(), ProjectFactory()

    job = start("tests.work", by=user, project=project, period=7)

    row = Job.objects.get()
    assert (row, row.params, row.actor, row.project_id, row.state) == (job, {"period": 7}, user, project.pk, "queued")


def test_start_refuses_a_kind_nobody_offers(offer):
    with pytest.raises(LookupError):
        start("tests.work", by=UserFactory())


def test_double_click_makes_one_job_until_it_is_finished(offer, django_capture_on_commit_callbacks):
    offer()
    user = UserFactory()
    with django_capture_on_commit_callbacks() as commits:
        first = start("tests.work", by=user, key="period-7")
        second = start("tests.work", by=user, key="period-7")
        other = start("tests.work", by=UserFactory(), key="period-7")
    assert (first == second, first == other) == (True, False)

    for callback in commits:
        callback()
    third = start("tests.work", by=user, key="period-7")

    assert third != first
    assert list(Job.objects.order_by("created_at").values_list("state", flat=True)) == ["done", "done", "queued"]


def test_click_lost_in_the_race_answers_the_other_job(offer, monkeypatch):
    offer()
    user = UserFactory()
    first = start("tests.work", by=user, key="period-7")
    monkeypatch.setattr(Job.objects, "active", Job.objects.none)

    assert start("tests.work", by=user, key="period-7") == first


def test_one_user_cannot_fill_the_queue(offer, settings):
    offer()
    settings.JOBS_PER_USER = 2
    user = UserFactory()
    JobFactory.create_batch(2, actor=user)

    with pytest.raises(ProblemsFound) as found:
        start("tests.work", by=user)

    assert [problem.code for problem in found.value.problems] == ["too_many_jobs"]
    assert start("tests.work", by=UserFactory()).state == JobState.QUEUED


def test_job_waits_while_the_broker_is_away(offer, monkeypatch, django_capture_on_commit_callbacks):
    offer()

    def refuse(*args, **kwargs):
        raise ConnectionRefusedError

    monkeypatch.setattr(run_job, "apply_async", refuse)
    with django_capture_on_commit_callbacks(execute=True):
        job = start("tests.work", by=UserFactory())

    job.refresh_from_db()
    assert (job.state, job.sent_at) == ("queued", None)


def test_send_tells_the_broker_once(offer, monkeypatch):
    offer()
    sent = []
    monkeypatch.setattr(run_job, "apply_async", lambda args, **kwargs: sent.append(args))
    job = JobFactory()

    assert [starting.send(job), starting.send(job)] == [True, False]
    assert sent == [(str(job.pk),)]


def test_cancel_ends_a_waiting_job_and_asks_a_running_one():
    user = UserFactory()
    waiting, running = JobFactory(actor=user), JobFactory(actor=user, state=JobState.RUNNING)

    cancel(job=waiting, by=user)
    cancel(job=running, by=user)

    waiting.refresh_from_db()
    running.refresh_from_db()
    assert (waiting.state, running.state) == ("cancelled", "running")
    assert running.cancel_requested_at is not None
    assert AuditEntry.objects.filter(action="core.job.cancelled", actor=user).count() == 2


def test_restart_queues_a_parked_job_again(offer, django_capture_on_commit_callbacks):
    offer(lambda job: {"message": "at last"})
    job = JobFactory(state=JobState.PARKED, attempts=3, finished_at="2018-01-01T00:00Z", error_reference="abc")

    with django_capture_on_commit_callbacks(execute=True):
        restart(job=job, by=job.actor)

    job.refresh_from_db()
    assert (job.state, job.attempts, job.outcome, job.error_reference) == ("done", 1, {"message": "at last"}, "")


def test_restart_gives_way_to_the_same_work_asked_anew():
    parked = JobFactory(state=JobState.PARKED, finished_at="2018-01-01T00:00Z", key="same")
    JobFactory(key="same")

    restart(job=parked, by=parked.actor)

    parked.refresh_from_db()
    assert parked.state == "parked"
