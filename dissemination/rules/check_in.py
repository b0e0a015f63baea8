"""What a scan at the door is worth: read from what a device sends, judged by the event's own day."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from dissemination.enums import AttendanceKind, AttendanceOutcome, EventState, RegistrationState
from dissemination.rules.tickets import hash_of

AT_ONCE = 200
# Clocks of phones differ; what is further ahead was set wrongly.
AHEAD = timedelta(minutes=10)
TICKET = re.compile(r"(?:^|/t/)([A-Z2-7]{32})/?$")
HASH = re.compile(r"[0-9a-f]{64}")
BY_HAND = {AttendanceKind.SCAN, AttendanceKind.BY_NAME}


@dataclass(frozen=True, kw_only=True)
class Scan:
    """One ticket read, or one name ticked; the nonce makes it one however often it is sent."""

    nonce: str
    token_hash: str
    seen_at: datetime
    kind: str = AttendanceKind.SCAN


@dataclass(frozen=True)
class Verdict:
    outcome: AttendanceOutcome
    why: str = ""


def hash_in(text: str) -> str:
    """The hash of the ticket that a symbol or a typed code says, or ""."""
    found = TICKET.search(text.strip())
    return hash_of(found[1]) if found else ""


def read_scans(told: Any) -> tuple[list[Scan], list[str]]:
    """The scans of a message, and the nonces of those that cannot be read."""
    scans, unread = [], []
    for each in told if isinstance(told, list) else []:
        nonce = str(each.get("nonce", ""))[:64] if isinstance(each, dict) else ""
        try:
            scans.append(_scan(nonce, each))
        except (KeyError, TypeError, ValueError):
            unread.append(nonce)
    return scans, unread


def _scan(nonce: str, each: dict[str, Any]) -> Scan:
    seen_at, kind = datetime.fromisoformat(each["at"]), each.get("kind", AttendanceKind.SCAN)
    if not nonce or seen_at.tzinfo is None or kind not in BY_HAND or not HASH.fullmatch(each["hash"]):
        raise ValueError
    return Scan(nonce=nonce, token_hash=each["hash"], seen_at=seen_at, kind=kind)


def verdict(
    *, registration: str, event: str, seen_at: datetime, starts_at: datetime, ends_at: datetime, zone: ZoneInfo,
    now: datetime,
) -> Verdict:  # fmt: skip
    """Whether it counts, whoever was seen before: cancelled ones are refused, what is odd waits for somebody's word."""
    if registration in (RegistrationState.CANCELLED, RegistrationState.DECLINED):
        return Verdict(AttendanceOutcome.REFUSED, registration)
    waits = _oddities(registration, event, seen_at, starts_at, ends_at, zone, now)
    why = next(iter(waits), "")
    return Verdict(AttendanceOutcome.TO_CONFIRM if why else AttendanceOutcome.COUNTED, why)


def _oddities(
    registration: str, event: str, seen_at: datetime, starts_at: datetime, ends_at: datetime, zone: ZoneInfo,
    now: datetime,
) -> Iterable[str]:  # fmt: skip
    if event not in (EventState.PUBLISHED, EventState.HELD):
        yield "event"
    if registration != RegistrationState.CONFIRMED:
        yield registration
    if seen_at > now + AHEAD:
        yield "clock"
    if seen_at.astimezone(zone).date() < starts_at.astimezone(zone).date():
        yield "before"
    if seen_at > ends_at:
        yield "after"
