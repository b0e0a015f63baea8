import subprocess
import sys
from datetime import timedelta

import pytest
import time_machine
from django.db import DatabaseError
from django.utils import timezone

from impact_study.enums import CountedStep
from impact_study.models import ResponseDelta
from impact_study.services import steps
from impact_study.services.entrances import entrance_of
from impact_study.services.responses import place_of
from impact_study.services.steps import flush_steps, note_steps
from impact_study.tasks import fold_responses
from tests.impact_study.surveys import Respondent, survey

pytestmark = pytest.mark.django_db

OTHER_PROCESS = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
os.environ["DATA_DIR"] = sys.argv[1]
import django
django.setup()
from django.conf import settings
from impact_study.services.counters import Place
from impact_study.services.steps import note_steps
for _each in range(3):
    note_steps(Place(*eval(sys.argv[2])))
os.kill(os.getpid(), 9)
"""


@pytest.fixture
def channel():
    return survey()


@pytest.fixture
def place(channel):
    return place_of(entrance_of(channel.slug), "en", CountedStep.REACHED)


def later(minutes=1):
    return time_machine.travel(timezone.now() + timedelta(minutes=minutes), tick=False)


def counted():
    return dict(ResponseDelta.objects.values_list("step", "number"))


def test_a_step_asks_the_database_nothing_and_is_counted_once(django_assert_num_queries, place):
    with django_assert_num_queries(0):
        note_steps(place)
        note_steps(place)
    with later():
        flush_steps()
        flush_steps()

    assert counted() == {"reached": 2}
    assert list(steps.folder().iterdir()) == []


def test_a_file_is_left_alone_while_lines_may_still_come(place):
    with time_machine.travel(timezone.now(), tick=False):
        note_steps(place)
        flush_steps()

    assert counted() == {}


def test_steps_of_a_process_that_was_killed_are_counted(settings, place):
    given = [sys.executable, "-c", OTHER_PROCESS, str(settings.DATA_DIR), repr(tuple(place))]
    killed = subprocess.run(given, cwd=settings.BASE_DIR, check=False)

    with later():
        flush_steps()

    assert (killed.returncode, counted()) == (-9, {"reached": 3})


def test_what_cannot_be_written_is_written_later(monkeypatch, place):
    def fails(*args):
        raise DatabaseError

    note_steps(place)
    with later(), monkeypatch.context() as broken:
        broken.setattr(ResponseDelta.objects, "bulk_create", fails)
        flush_steps()
    with later(minutes=5):
        flush_steps()
    too_early = counted()
    with later(minutes=20):
        flush_steps()

    assert (too_early, counted()) == ({}, {"reached": 1})


def test_a_line_that_was_cut_off_spoils_no_other(place):
    note_steps(place)
    (file,) = steps.folder().iterdir()
    file.write_text(file.read_text() + '[1, 2, "e')
    with later():
        flush_steps()

    assert counted() == {"reached": 1}


def test_steps_of_a_wave_that_is_gone_are_dropped(place):
    note_steps(place._replace(wave=10**6))
    with later():
        flush_steps()

    assert counted() == {}


def test_each_page_is_counted_once_on_the_way_even_when_somebody_goes_back(client, channel):
    respondent = Respondent(client, channel)
    respondent.open()
    respondent.begin()
    respondent.send(agrees="yes")
    respondent.send(role="trainee", age="17")
    respondent.send(_go="back", mentor_1="yes")
    respondent.send(role="trainee", age="17")
    with later():
        flush_steps()

    found = ResponseDelta.objects.values_list("step", "page", "number")
    assert sorted(found) == [("page", "taking_part", 1), ("page", "you", 1), ("reached", "", 1), ("started", "", 1)]


def test_the_periodic_task_counts_what_no_request_came_to_count(channel, place):
    note_steps(place)
    with later():
        fold_responses()

    assert channel.wave.__class__.objects.get().tallies_folded == 1
    assert not ResponseDelta.objects.exists()
