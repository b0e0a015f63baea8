"""Starts a site in gunicorn as it is deployed, asks it from many threads, and weighs its workers."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread


@contextmanager
def served(application: str, environment: dict[str, str]) -> Iterator[tuple[int, int]]:
    """The port and the process of two workers with four threads each."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py", application]
    told = {**os.environ, **environment, "BIND": f"127.0.0.1:{port}", "WEB_WORKERS": "2", "WEB_THREADS": "4"}
    process = subprocess.Popen(command, env=told, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port, process)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        if process.poll() is not None:
            raise RuntimeError("The site does not start.")
        with suppress(OSError), closing(socket.create_connection(("127.0.0.1", port), timeout=1)):
            return
        time.sleep(0.1)
    raise RuntimeError("The site does not answer.")


@dataclass
class Load:
    """What many clients got: the seconds of each answer, and how many answers were none."""

    seconds: list[float] = field(default_factory=list)
    failed: int = 0
    lasted: float = 1.0

    @property
    def rate(self) -> float:
        return len(self.seconds) / self.lasted

    def percentile(self, share: float) -> float:
        return sorted(self.seconds)[min(len(self.seconds) - 1, int(share * len(self.seconds)))]


def load(port: int, addresses: list[str], *, clients: int, seconds: float, cookie: str = "") -> Load:
    """Each client keeps one connection and asks again as soon as it is answered."""
    found, until = Load(), time.monotonic() + seconds

    def ask() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        number = 0
        while time.monotonic() < until:
            started = time.perf_counter()
            try:
                connection.request("GET", addresses[number % len(addresses)], headers={"Cookie": cookie})
                answer = connection.getresponse()
                answer.read()
                if answer.status != 200:
                    found.failed += 1
            except (OSError, http.client.HTTPException):
                found.failed += 1
                connection.close()
            found.seconds.append(time.perf_counter() - started)
            number += 1
        connection.close()

    started = time.monotonic()
    threads = [Thread(target=ask) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found.lasted = time.monotonic() - started
    return found


def workers_pss(process: int) -> tuple[float, float]:
    """Proportional memory of a server's workers in MB, and of all of it: with the process they were forked from."""
    workers = sum(_pss(worker) for worker in workers_of(process))
    return workers, workers + _pss(process)


def workers_of(process: int) -> list[int]:
    children = Path(f"/proc/{process}/task").glob("*/children")
    return [int(child) for path in children for child in path.read_text().split()]


def _pss(process: int) -> float:
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
