"""What visitors do, from the first page to the last. Each journey is told its addresses and what to fill in."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from html import unescape
from itertools import count
from typing import Any
from uuid import uuid4

from benchmarks.visitors.swift import swift
from benchmarks.visitors.visitor import UnexpectedAnswerError, Visitor

STATE = re.compile(r'name="_state" value="([^"]+)"')
HIDDEN = re.compile(r'name="(csrfmiddlewaretoken|key)" value="([^"]+)"')
SECRET = "b" * 32
scanned = count()


def page(visitor: Visitor, told: dict[str, Any], is_impatient: bool) -> None:
    visitor.open(told["address"], told.get("cookie", ""))


def limit(visitor: Visitor, told: dict[str, Any], is_impatient: bool) -> None:
    """The page and the form of the bare survey."""
    visitor.open(told["address"])
    visitor.send(told["address"], told["form"])


def survey(visitor: Visitor, told: dict[str, Any], is_impatient: bool) -> None:
    """Open, and send each page; after the last one there is none to be sent."""
    shown = visitor.open(told["address"])
    for answers in told["pages"]:
        form = {"_state": unescape(_found(STATE, shown.text)), "_go": "next", **answers}
        shown = visitor.send(told["address"], form, is_impatient=is_impatient)
    if STATE.search(shown.text):
        raise UnexpectedAnswerError("The last page came back.")


def registration(visitor: Visitor, told: dict[str, Any], is_impatient: bool) -> None:
    """Open the form, send it, and, unless told otherwise, read what came of it."""
    form = visitor.open(told["address"])
    hidden = {name: unescape(value) for name, value in HIDDEN.findall(form.text)}
    cookie = form.headers["Set-Cookie"].partition(";")[0]
    guest = {**told["guest"], "email": f"guest-{uuid4().hex}@example.org"}
    sent = visitor.send(told["address"], {**hidden, **guest}, cookie, is_impatient=is_impatient)
    if "Location" not in sent.headers:
        raise UnexpectedAnswerError("The form came back.")
    if told["reads_outcome"]:
        visitor.open(sent.headers["Location"], cookie)


def scan(visitor: Visitor, told: dict[str, Any], is_impatient: bool) -> None:
    """A ticket at the door, another one each time."""
    ticket = told["hashes"][next(scanned) % len(told["hashes"])]
    one = {"nonce": uuid4().hex, "hash": ticket, "at": datetime.now(UTC).isoformat()}
    headers = {"Content-Type": "application/json", "X-CSRFToken": SECRET}
    headers["Cookie"] = f"{told['cookie']}; {told['csrf']}={SECRET}"
    visitor.post(told["address"], json.dumps({"device": "bench", "scans": [one]}), headers)


def _found(pattern: re.Pattern[str], text: str) -> str:
    if match := pattern.search(text):
        return match[1]
    raise UnexpectedAnswerError("The page has nothing to be sent.")


JOURNEYS: dict[str, Callable[[Visitor, dict[str, Any], bool], None]] = {
    "page": page, "limit": limit, "survey": survey, "registration": registration, "scan": scan,
    "swift": swift,
}  # fmt: skip
