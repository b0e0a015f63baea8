"""Ids for a task that are sent to the queue together: what each visitor brings about need not be sent by itself."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Lock, Timer
from typing import Any

from django.conf import settings

logger = logging.getLogger(__name__)
SECONDS = 0.5


class Batch:
    """Gathers ids for half a second, then sends them. What a dying process still holds is the sweeper's."""

    def __init__(self, send: Callable[[list[int]], Any]) -> None:
        self._send, self._waiting, self._lock = send, list[int](), Lock()

    def add(self, key: int) -> None:
        with self._lock:
            self._waiting.append(key)
            is_first = len(self._waiting) == 1
        if getattr(settings, "CELERY_TASK_ALWAYS_EAGER", False):
            self.flush()
        elif is_first:
            Timer(SECONDS, self.flush).start()

    def flush(self) -> None:
        with self._lock:
            keys, self._waiting = self._waiting, []
        try:
            if keys:
                self._send(keys)
        except Exception:
            logger.exception("Ids could not be queued; the sweeper finds them.")
