from __future__ import annotations

import pytest
from django.utils import timezone

from core.enums import JobState
from core.models import Job
from tests.factories import JobFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def user(client):
    user = UserFactory()
    client.force_login(user)
    return user


def test_job_detail_shows_a_real_bar(client, user):
    job = JobFactory(actor=user, state=JobState.RUNNING, done=3, total=9, step="Chapter 3")
    page = client.get(job.get_absolute_url()).content.decode()
    assert '<progress id="job-progress-bar" value="3" max="9">' in page
    assert "Chapter 3" in page
    assert '<noscript><meta http-equiv="refresh" content="5"></noscript>' in page
    assert "Cancel this work" in page


def test_job_detail_hands_htmx_the_bar_and_in_the_end_the_page(client, user):
    job = JobFactory(actor=user)
    waiting = client.get(job.get_absolute_url(), headers={"HX-Request": "true"})
    assert ("<html" in waiting.content.decode(), waiting.get("HX-Refresh")) == (False, None)

    Job.objects.update(state=JobState.DONE, finished_at=timezone.now(), result={"url": "/en/result/"})
    ended = client.get(job.get_absolute_url(), headers={"HX-Request": "true"})
    assert ended["HX-Refresh"] == "true"
    assert 'href="/en/result/"' in client.get(job.get_absolute_url()).content.decode()


def test_job_of_somebody_else_is_unknown(client, user):
    job = JobFactory()
    answers = [client.get(job.get_absolute_url()), client.post(f"{job.get_absolute_url()}cancel/")]
    assert [answer.status_code for answer in answers] == [404, 404]


def test_cancel_job_asks_for_the_end_once(client, user):
    job = JobFactory(actor=user)
    address = f"{job.get_absolute_url()}cancel/"
    assert client.get(address).status_code == 405
    assert client.post(address).url == job.get_absolute_url()
    job.refresh_from_db()
    assert job.state == "cancelled"


def test_restart_job_is_for_staff(client, user):
    job = JobFactory(actor=user, state=JobState.PARKED, finished_at=timezone.now())
    assert client.post(f"{job.get_absolute_url()}restart/").status_code == 403

    client.force_login(UserFactory(is_staff=True))
    assert "Try again" in client.get(job.get_absolute_url()).content.decode()
    assert client.post(f"{job.get_absolute_url()}restart/").status_code == 302
    job.refresh_from_db()
    assert job.state == "queued"


@pytest.mark.parametrize("number", [1, 3])
def test_job_list_takes_the_same_statements(client, user, number, django_assert_num_queries):
    JobFactory.create_batch(number, actor=user)
    JobFactory(actor__name="Somebody else")
    with django_assert_num_queries(5):
        page = client.get("/en/jobs/").content.decode()
    assert page.count('<th scope="row">') == number
