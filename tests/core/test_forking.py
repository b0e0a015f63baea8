from __future__ import annotations

import subprocess
import sys

import pytest

# In a process of its own: the one that runs the tests has threads of the test runner.
ASK = """
import os
from threading import Event, Thread
from core.forking import StillThread, can_fork, stirring
os.sched_getaffinity = lambda _pid: set(range({cores}))
over = Event()
{around}
print(can_fork())
over.set()
"""


@pytest.mark.parametrize(
    ("cores", "around", "expected"),
    [
        (2, "", "True"),
        (1, "", "False"),
        (2, "StillThread(target=over.wait).start()", "True"),
        (2, "Thread(target=over.wait).start()", "False"),
        (2, "stirring().acquire()", "False"),
    ],
    ids=["alone", "one core", "a heartbeat", "another thread", "a heart that beats just now"],
)
def test_process_forks_only_where_nothing_is_in_the_middle_of_something(cores, around, expected):
    asked = [sys.executable, "-c", ASK.format(cores=cores, around=around)]
    assert subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip() == expected
