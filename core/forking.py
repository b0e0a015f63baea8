"""Going on in two processes: a fork of the worker has everything loaded already."""

from __future__ import annotations

import os
import sys
import warnings
from pathlib import Path
from threading import Lock, Thread, current_thread
from threading import enumerate as all_threads

_still = Lock()


class StillThread(Thread):
    """A thread that does whatever it does inside `stirring` and has nothing open outside: it does not mind a fork."""


def stirring() -> Lock:
    """While this is held, nobody forks."""
    return _still


def can_fork() -> bool:
    """Linux, a second core, and no thread that may be in the middle of something."""
    if sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2 or _still.locked():
        return False
    others = [thread for thread in all_threads() if thread is not current_thread()]
    known = all(isinstance(thread, StillThread) for thread in others)
    return known and len(list(Path("/proc/self/task").iterdir())) == 1 + len(others)


def fork() -> int:
    with _still, warnings.catch_warnings():
        # Python warns of every second thread; those that `can_fork` lets pass stand still now.
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()
