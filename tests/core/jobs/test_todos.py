from datetime import timedelta

import pytest
from django.utils import timezone

from core.enums import JobState
from core.jobs.todos import stopped_jobs
from tests.factories import JobFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_only_one_s_own_jobs_that_stopped_lately_wait():
    me, now = UserFactory(), timezone.now()
    stopped = JobFactory(actor=me, state=JobState.FAILED, finished_at=now)
    JobFactory(actor=me, state=JobState.DONE, finished_at=now)
    JobFactory(actor=me)
    JobFactory(actor=me, state=JobState.FAILED, finished_at=now - timedelta(days=15))
    JobFactory(state=JobState.FAILED, finished_at=now)
    assert [todo.url for todo in stopped_jobs(me)] == [stopped.get_absolute_url()]
