"""Ids are sent together, and none is lost or sent twice."""

import logging

import pytest

from core import batching
from core.batching import Batch


class Clockwork:
    """A timer that rings when it is told to."""

    started: list["Clockwork"] = []

    def __init__(self, seconds, ring):
        self.ring = ring

    def start(self):
        self.started.append(self)


@pytest.fixture
def timers(monkeypatch, settings):
    settings.CELERY_TASK_ALWAYS_EAGER = False
    monkeypatch.setattr(batching, "Timer", Clockwork)
    monkeypatch.setattr(Clockwork, "started", [])
    return Clockwork.started


def test_ids_of_a_while_are_sent_together(timers):
    sent = []
    batch = Batch(sent.append)
    for key in (1, 2, 3):
        batch.add(key)
    timers[0].ring()
    batch.add(4)
    timers[1].ring()
    batch.flush()

    assert (sent, len(timers)) == ([[1, 2, 3], [4]], 2)


def test_without_a_worker_each_is_sent_at_once():
    sent = []
    batch = Batch(sent.append)
    batch.add(1)
    batch.add(2)

    assert sent == [[1], [2]]


def test_a_queue_that_is_away_stops_nobody(timers, caplog):
    def away(_keys):
        raise ConnectionError

    batch = Batch(away)
    batch.add(1)
    timers[0].ring()

    assert [(line.levelno, line.getMessage()) for line in caplog.records] == [
        (logging.ERROR, "Ids could not be queued; the sweeper finds them.")
    ]
