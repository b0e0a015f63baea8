from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from core.enums import JobState
from core.jobs.sweeping import sweep
from tests.factories import JobFactory

pytestmark = pytest.mark.django_db
AGO = timedelta(minutes=10)


def swept(job):
    sweep()
    job.refresh_from_db()
    return job.state


def dead(**values):
    return JobFactory(state=JobState.RUNNING, run="dead", lease_until=timezone.now() - AGO, attempts=1, **values)


def test_sweep_brings_back_a_dead_workers_job(offer):
    offer(lambda job: {"message": "second try"})
    job = dead(sent_at=timezone.now() - AGO)
    assert (swept(job), job.attempts, job.outcome) == ("done", 2, {"message": "second try"})


def test_sweep_sets_aside_what_kills_its_workers(offer):
    offer()
    job = dead()
    job.attempts = 3
    job.save()
    assert (swept(job), job.error_reference) == ("parked", "worker-lost")


def test_sweep_ends_a_dead_job_that_was_to_stop(offer):
    offer()
    assert swept(dead(cancel_requested_at=timezone.now())) == "cancelled"


@pytest.mark.parametrize(
    ("sent", "due", "state"),
    [
        (None, None, "done"),
        (AGO, None, "done"),
        (timedelta(0), None, "queued"),
        (None, -AGO, "queued"),
        (None, AGO, "done"),
    ],
)
def test_sweep_sends_what_is_due_and_was_never_or_long_ago_sent(offer, sent, due, state):
    offer()
    now = timezone.now()
    job = JobFactory(sent_at=None if sent is None else now - sent, due_at=None if due is None else now - due)
    assert swept(job) == state


def test_sweep_leaves_a_beating_job(offer):
    offer()
    job = JobFactory(state=JobState.RUNNING, run="alive", lease_until=timezone.now() + AGO)
    assert (sweep(), swept(job)) == (0, "running")
