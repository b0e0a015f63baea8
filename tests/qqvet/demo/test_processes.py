"""The demo's processes: one that dies comes back, one that cannot live is given up, all of them stop."""

import os
import signal
import sys

import pytest

from qqvet.demo.processes import MOST_SHORT_LIVES, DemoError, Household, Process

WAITING = [sys.executable, "-c", "import signal; signal.pause()"]


@pytest.fixture
def process(tmp_path):
    process = Process("worker", WAITING, tmp_path / "worker.log")
    yield process
    process.signal_group(signal.SIGKILL)


def kill(process):
    os.kill(process.running.pid, signal.SIGKILL)
    process.running.wait()


def test_a_process_that_dies_is_started_again(process):
    said = []
    house = Household([process])
    house.start()
    first = process.running.pid
    kill(process)

    house.mend(said.append)

    assert said == ["The worker has ended; starting it again."]
    assert process.running.pid != first
    assert not process.has_ended()


def test_a_process_that_cannot_live_is_given_up(process):
    process.start()
    for _ in range(MOST_SHORT_LIVES - 1):
        kill(process)
        process.start_again()
    kill(process)

    with pytest.raises(DemoError, match="The worker does not stay up"):
        process.start_again()


def test_stopping_ends_everything(process):
    house = Household([process])
    house.start()

    house.stop()

    assert process.running.returncode == -signal.SIGTERM
