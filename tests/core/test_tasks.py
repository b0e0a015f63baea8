from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from core.enums import JobState
from core.models import Job, KeptAnswer, Mail
from core.tasks import forget_old_rows
from qqvet.celery import app
from tests.factories import JobFactory, UserFactory


@pytest.mark.django_db
def test_forget_old_rows_leaves_what_is_still_asked_for():
    now, user = timezone.now(), UserFactory()
    for old, days in ((True, (2, 91, 91)), (False, (0, 89, 89))):
        answer = KeptAnswer.objects.create(actor=user, route="r", key=str(old), status=200)
        KeptAnswer.objects.filter(pk=answer.pk).update(made_at=now - timedelta(days=days[0]))
        JobFactory(key=str(old), state=JobState.DONE, finished_at=now - timedelta(days=days[1]))
        mail = Mail.objects.create(to="ana@example.org", subject=str(old), text="-")
        Mail.objects.filter(pk=mail.pk).update(created_at=now - timedelta(days=days[2]))
    JobFactory(key="waiting")

    forget_old_rows()

    assert [answer.key for answer in KeptAnswer.objects.all()] == ["False"]
    assert sorted(job.key for job in Job.objects.all()) == ["False", "waiting"]
    assert [mail.subject for mail in Mail.objects.all()] == ["False"]


@pytest.mark.django_db
def test_every_periodic_task_exists():
    app.loader.import_default_modules()
    planned = {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}
    assert planned - set(app.tasks) == set()
