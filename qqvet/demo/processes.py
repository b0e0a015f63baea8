"""The processes of the demo: started together, started again when one dies, stopped together."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

GRACE = 10.0
"""Seconds a process may take to stop before it is killed."""
SHORT_LIFE = 5.0
MOST_SHORT_LIVES = 3


class DemoError(Exception):
    """A process of the demo ends as soon as it starts."""


@dataclass
class Process:
    name: str
    command: list[str]
    log: Path
    running: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    short_lives: int = 0

    def start(self) -> None:
        with self.log.open("ab") as log:
            # Its own session: Ctrl-C reaches the demo alone, which then stops everything in order.
            self.running = subprocess.Popen(
                self.command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
            )
        self.started_at = time.monotonic()

    def has_ended(self) -> bool:
        return self.running is not None and self.running.poll() is not None

    def start_again(self) -> None:
        lived = time.monotonic() - self.started_at
        self.short_lives = self.short_lives + 1 if lived < SHORT_LIFE else 0
        if self.short_lives >= MOST_SHORT_LIVES:
            raise DemoError(f"The {self.name} does not stay up. The reason is in {self.log}")
        self.signal_group(signal.SIGKILL)
        self.start()

    def signal_group(self, number: signal.Signals) -> None:
        """Reach the process with all its children, also when it has ended before them."""
        if self.running is None:
            return
        try:
            os.killpg(self.running.pid, number)
        except ProcessLookupError:
            return


@dataclass
class Household:
    processes: list[Process] = field(default_factory=list)

    def start(self) -> None:
        for process in self.processes:
            process.start()

    def mend(self, say: Callable[[str], None]) -> None:
        for process in self.processes:
            if process.has_ended():
                say(f"The {process.name} has ended; starting it again.")
                process.start_again()

    def watch(self, say: Callable[[str], None]) -> None:
        """Wait for ever, starting again whatever ends."""
        while True:
            os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)
            self.mend(say)

    def stop(self) -> None:
        for process in self.processes:
            # Only the first of each group: it lets its children finish what they hold.
            if process.running is not None:
                process.running.terminate()
        deadline = time.monotonic() + GRACE
        for process in self.processes:
            if process.running is not None:
                _wait(process.running, until=deadline)
            process.signal_group(signal.SIGKILL)


def _wait(running: subprocess.Popen[bytes], *, until: float) -> None:
    try:
        running.wait(timeout=max(0.0, until - time.monotonic()))
    except subprocess.TimeoutExpired:
        return


def household(*, port: int, data: Path) -> Household:
    """Web, worker and beat as the demo runs them, with their logs under the data folder."""
    logs = data / "logs"
    logs.mkdir(parents=True, exist_ok=True)
    celery = [sys.executable, "-m", "celery", "--app", "qqvet.celery:app"]
    web = [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py"]
    commands: Iterable[tuple[str, list[str]]] = [
        ("web server", [*web, "--bind", f"127.0.0.1:{port}", "qqvet.wsgi:application"]),
        ("worker", [*celery, "worker", "--concurrency", "2", "--loglevel", "INFO"]),
        ("clock", [*celery, "beat", "--schedule", str(data / "beat"), "--pidfile", str(data / "beat.pid")]),
    ]
    return Household([Process(name, words, logs / f"{name.split()[0]}.log") for name, words in commands])
