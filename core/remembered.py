"""What was made from given content, kept in the memory of the process for as long as the content is the same."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock

from django.db import connection


class Remembered[Made]:
    """The things made last, by a key that holds everything they were made from: nothing has to be invalidated.

    Within a transaction nothing is kept: what it shows may never have happened.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._kept: OrderedDict[Hashable, Made] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What was made for the key, or made now. Two threads may make the same thing at the same time."""
        if connection.in_atomic_block:
            return make()
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)
        return made

    def known(self, key: Hashable) -> Made | None:
        """What was made for the key, if it is still there."""
        if connection.in_atomic_block:
            return None
        with self._lock:
            return self._kept.get(key)

    def forget(self) -> None:
        with self._lock:
            self._kept.clear()
