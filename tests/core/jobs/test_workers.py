"""A worker is killed in the middle of its work; another one brings it to its end."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from threading import Event
from time import monotonic

import pytest
import redis

PATIENCE = 60


class House:
    """The platform in processes of its own: a driver to ask things of, and workers."""

    def __init__(self, folder, broker):
        os.mkfifo(folder / "gate")
        self.folder, self.workers = folder, []
        self.environment = {
            **{name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "REDIS_URL", "DEBUG")},
            "DJANGO_SETTINGS_MODULE": "tests.core.jobs.invented.settings",
            "SECRET_KEY": "x" * 60,
            "DATA_DIR": str(folder),
            "JOB_LEASE_SECONDS": "1.5",
            "PREFIX": f"{folder.name}-{os.getpid()}-",
            **({"REDIS_URL": broker} if broker else {}),
        }
        self.driver = self.process("-m", "tests.core.jobs.invented.driver", stdin=-1, stdout=-1, text=True)
        assert self.read() == "ready"

    def process(self, *arguments, **options):
        return subprocess.Popen(
            [sys.executable, *arguments],
            env=self.environment,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            **options,
        )

    def read(self):
        return json.loads(self.driver.stdout.readline())

    def ask(self, *words):
        print(*words, file=self.driver.stdin, flush=True)
        return self.read()

    def hire(self):
        pool = ("--pool", "prefork", "--concurrency", "1")
        arguments = ("-m", "celery", "-A", "qqvet", "worker", *pool, "--without-gossip", "--without-mingle")
        self.workers.append(self.process(*arguments, stdout=subprocess.DEVNULL))
        return self.workers[-1]

    def end(self):
        for process in (*self.workers, self.driver):
            kill(process)
        if "REDIS_URL" in self.environment:
            with redis.Redis.from_url(self.environment["REDIS_URL"]) as server:
                for name in server.scan_iter(self.environment["PREFIX"] + "*"):
                    server.delete(name)


def kill(process):
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(PATIENCE)


def until(condition):
    """Wait for a condition of other processes, not for a time."""
    ends = monotonic() + PATIENCE
    while not condition():
        assert monotonic() < ends, "waited too long"
        Event().wait(0.1)


@pytest.mark.slow
@pytest.mark.parametrize("broker", ["files", pytest.param("redis", marks=pytest.mark.redis)])
def test_job_of_a_killed_worker_is_finished_by_another(tmp_path, broker):
    address = os.environ.get("TEST_REDIS_URL") if broker == "redis" else ""
    if address is None:
        pytest.skip("TEST_REDIS_URL names no server")
    house = House(tmp_path, address)
    try:
        job = house.ask("start", str(tmp_path))
        first = house.hire()
        until(lambda: house.ask("look", job)["step"] == "attempt 1")
        assert house.ask("look", job) == {
            "state": "running", "done": 1, "total": 3, "step": "attempt 1", "attempts": 1, "result": {},
        }  # fmt: skip

        kill(first)
        house.hire()
        until(lambda: house.ask("sweep") == 1)
        until(lambda: house.ask("look", job)["state"] == "done")

        assert house.ask("look", job) == {
            "state": "done", "done": 3, "total": 3, "step": "attempt 2", "attempts": 2, "result": {"attempt": 2},
        }  # fmt: skip
    finally:
        house.end()
