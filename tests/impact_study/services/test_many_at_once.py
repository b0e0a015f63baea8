"""What many send at the same time is stored once each, and nothing is asked of the database to show a page."""

import gzip
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.db import connection, connections
from django.test import Client
from django.utils import timezone

from impact_study.models import Channel, Response, ResponseDelta
from impact_study.services.courses import Course, sealed
from tests.impact_study.surveys import Respondent, survey

pytestmark = pytest.mark.django_db(transaction=True)
CLIENTS, BUDGET = 64, 20 * 1024


def test_an_open_link_asks_the_database_nothing_once_it_is_warm(client, django_assert_num_queries):
    channel = survey()
    Respondent(client, channel).walk()
    respondent = Respondent(client, channel)
    respondent.open()
    respondent.begin()

    with django_assert_num_queries(0):
        respondent.open()
        respondent.begin()
        respondent.send(agrees="yes")
        respondent.send(role="trainee", age="17")
        respondent.send(_go="back")


def send_all(jobs, clients):
    def send(job):
        try:
            return Client().post(*job).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(clients) as pool:
        return list(pool.map(send, jobs))


def last_pages(channel, number):
    """As many respondents, each before the last page."""
    answers = {"agrees": True, "role": ["trainee"], "age": 17}
    sent = {"mentor_1": "yes", "mentor_2": "no"}
    for _each in range(number):
        course = Course(channel=channel.pk, version=channel.wave.version_id, page="mentoring", answers=dict(answers))
        yield f"/en/s/{channel.slug}/answer/", {"_state": sealed(course, at=timezone.now()), **sent}


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_of_many_clients_that_send_again_none_is_lost_and_none_doubled():
    channel = survey()
    jobs = list(last_pages(channel, CLIENTS))

    answers = send_all(jobs * 3, CLIENTS)

    assert set(answers) == {200}
    assert Response.objects.count() == CLIENTS
    assert ResponseDelta.objects.filter(step="complete").count() == CLIENTS


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_a_limit_is_never_passed_by_many_at_once():
    channel = survey(limit=5)
    answers = send_all(last_pages(channel, 20), 20)

    assert sorted(answers) == [200] * 5 + [410] * 15
    assert Response.objects.count() == 5
    assert Channel.objects.get().used == 5


def test_a_step_is_light_enough_for_a_slow_phone(client):
    channel = survey()
    respondent = Respondent(client, channel)
    respondent.begin()
    respondent.send(agrees="yes")

    files = re.findall(r'(?:href|src)="/static/([^"]+)"', respondent.html)
    parts = [Path(finders.find(name)).read_bytes() for name in files]

    weight = sum(len(gzip.compress(part)) for part in [respondent.page.content, *parts])
    fonts = 2
    assert weight <= BUDGET, weight
    assert 1 + len(files) + fonts <= 6
