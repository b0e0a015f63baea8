"""`make demo`: prepare, start, say where it is, and stop everything on Ctrl-C."""

import os
import signal
import sys
import time
import urllib.request

import django

from qqvet.demo.environment import ROOT, hold, is_taken, set_environment
from qqvet.demo.processes import DemoError, Household, household

PATIENCE = 90.0
"""Seconds until the web server has to be ready."""


def main() -> int:
    port = int(os.environ.get("PORT") or 8000)
    if is_taken(port):
        return refuse(f"Port {port} is taken by another program. Type: make demo PORT={port + 1}")
    obey_signals()
    os.chdir(ROOT)
    try:
        data = set_environment(port)
        if hold(data) is None:
            return refuse(f"A demo runs in {data} already. Stop it, or choose another folder: DATA_DIR=... make demo")
        prepare()
        run(household(port=port, data=data), port=port)
    except KeyboardInterrupt:
        say("Stopped. Nothing is lost; make demo starts it again.")
    except DemoError as failing:
        return refuse(str(failing))
    return 0


def obey_signals() -> None:
    """Let Ctrl-C and a polite end stop the demo, whoever listened to them before."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, signal.default_int_handler)


def prepare() -> None:
    django.setup()
    from qqvet.demo import preparation

    say("Preparing the database, the demo data and the static files ...")
    preparation.prepare()
    if sentence := preparation.missing_libraries():
        say(sentence)


def run(house: Household, *, port: int) -> None:
    from qqvet.demo import accounts

    address = f"http://127.0.0.1:{port}/"
    obey_signals()  # again: polars, at work on the demo data, has made Ctrl-C wait for a process to end
    try:
        house.start()
        wait_until_ready(f"{address}readyz/", house)
        say(f"\nThe platform runs at {address}\n\n{accounts.listing()}\n\nCtrl-C stops it.")
        house.watch(say)
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        say("\nStopping; what is being worked on is finished first ...")
        house.stop()


def wait_until_ready(address: str, house: Household) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        house.mend(say)
        if is_ready(address):
            return
        time.sleep(0.2)
    raise DemoError(f"The platform did not get ready. The reasons are in {house.processes[0].log.parent}")


def is_ready(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def say(text: str) -> None:
    print(text, flush=True)


def refuse(text: str) -> int:
    print(text, file=sys.stderr, flush=True)
    return 1


if __name__ == "__main__":
    sys.exit(main())
