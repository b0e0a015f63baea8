"""A public page kept by nginx against a file that nginx reads itself (goal 6): the deployed configuration, in turns."""

from __future__ import annotations

import gzip
import os
import tempfile
from functools import partial
from pathlib import Path

from benchmarks.cases.registration import _address, _event
from benchmarks.ground import Ground
from benchmarks.measuring import Line, at_least, at_most
from benchmarks.site import served
from benchmarks.visitors.turns import Site, Turns, in_turns, visit
from tests.deploy.front import NGINX, Front, running_nginx

SHARE = 0.8
STATIC = "/static/page.0123456789ab.html"


def run(ground: Ground) -> list[Line]:
    if not ground.is_postgresql:
        return []
    if NGINX is None:
        print("The front is left out: nginx is not installed (apt-get install nginx-light)")
        return []
    told = {"DATABASE_URL": ground.address, "DATA_DIR": os.environ["DATA_DIR"], "LOG_LEVEL": "INFO",
            "DJANGO_SETTINGS_MODULE": "benchmarks.visitors.settings"}  # fmt: skip
    page = _address("event_page", _event(ground.house.project, seats=100))
    with tempfile.TemporaryDirectory() as place, served("qqvet.wsgi:application", told) as (web, _process):
        folder = Path(place)
        folder.chmod(0o755)
        (folder / "static").mkdir()
        with running_nginx(folder, web_port=web) as port:
            front = Front(port, folder)
            lines = []
            for name, packing in (("plain", ""), ("packed", "gzip")):
                _same_as_file(front, page, packing)
                kept, read = _asked(ground, front, page, packing)
                lines += _judged(name, kept, read)
            return lines


def _same_as_file(front: Front, page: str, packing: str) -> None:
    """The same bytes as a static file, with the packed twin that a deployment has; and the page is kept by now."""
    body = front.ask(page).body
    file = front.folder / STATIC[1:]
    file.write_bytes(body)
    file.with_name(file.name + ".gz").write_bytes(gzip.compress(body))
    if front.ask(page, Accept_Encoding=packing).headers["X-Cache"] not in ("HIT", "UPDATING", "STALE"):
        raise AssertionError(f"nginx does not keep {page}")


def _asked(ground: Ground, front: Front, page: str, packing: str) -> list[Turns]:
    process = int((front.folder / "nginx.pid").read_text())
    site = Site(front.port, process)
    asking = [
        partial(visit, site, "swift", {"address": address, "packing": packing}, clients=2) for address in (page, STATIC)
    ]
    return in_turns(*asking, seconds=ground.sizes.seconds, rounds=ground.sizes.turns)


def _judged(name: str, kept: Turns, read: Turns) -> list[Line]:
    """What a visitor process can ask limits both rates; what nginx spends on each is its own."""
    return [
        at_least(Line(f"kept page beside a file, {name}, rate", "batches/s", kept.rate, read.rate), SHARE),
        at_most(Line(f"kept page beside a file, {name}, processor time", "ms", kept.processor_ms, read.processor_ms),
                1 / SHARE),
        at_most(Line(f"kept page beside a file, {name}, failed", "batches", kept.failed + read.failed), 0),
    ]  # fmt: skip
