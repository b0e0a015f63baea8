"""Ctrl-C stops the demo, also after the demo data were made in the same process."""

import signal
import subprocess
import sys

PRESSED_WHILE_WAITING = """
import os, subprocess
import polars
from qqvet.demo.__main__ import obey_signals

polars.LazyFrame({"heads": [1]}).collect()
obey_signals()
subprocess.Popen(["sh", "-c", "kill -INT $PPID; cat"], stdin=subprocess.PIPE)
os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)
"""


def test_ctrl_c_is_heard_after_polars():
    answer = subprocess.run(
        [sys.executable, "-c", PRESSED_WHILE_WAITING], stderr=subprocess.DEVNULL, timeout=60, check=False
    )

    assert answer.returncode == -signal.SIGINT
