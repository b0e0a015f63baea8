"""The heartbeat of long work: a thread with a connection of its own, which dies with its worker."""

from __future__ import annotations

import logging
from threading import Event
from time import monotonic

from django.conf import settings
from django.db import DatabaseError, connection

from core.forking import StillThread, stirring
from core.jobs.handle import Handle, LeaseLost

logger = logging.getLogger(__name__)


class Pulse:
    """Keeps the row's lease while the work computes or sits in a transaction, and tells its standing."""

    def __init__(self, handle: Handle) -> None:
        self.handle = handle
        self.stopped = Event()
        self.thread = StillThread(target=self.beat, name=f"pulse-{handle.job.pk}", daemon=True)

    def __enter__(self) -> Pulse:
        self.thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.stopped.set()
        self.thread.join()

    def beat(self) -> None:
        # Work that hangs longer than a task may last is given up: the sweeper then sets it aside.
        until = monotonic() + settings.CELERY_TASK_TIME_LIMIT
        try:
            while not self.stopped.wait(settings.JOB_LEASE.total_seconds() / 4) and monotonic() < until:
                with stirring():
                    self.beat_once()
        except LeaseLost:
            if not self.handle.finished:
                logger.warning("Job %s is held by another worker.", self.handle.job.pk)

    def beat_once(self) -> None:
        try:
            self.handle.beat()
        except DatabaseError:
            # The work's own transaction may hold the row or, on SQLite, the whole database.
            logger.info("Job %s could not beat just now.", self.handle.job.pk)
        finally:
            connection.close()  # nothing stays open that a fork of the worker would share
