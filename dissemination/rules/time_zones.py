"""How the clocks of a place go between two days: what a calendar file must say of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Change:
    """Clocks are changed: `at` is what they showed just before."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str
    is_summer: bool


def changes(zone: ZoneInfo, first: datetime, last: datetime) -> Iterator[Change]:
    """How clocks go at the first moment, and each change until the last."""
    moment = first.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    offset = _offset(moment, zone)
    yield _change(moment, zone, offset, offset)
    while moment < last:
        following = moment + DAY
        if _offset(following, zone) != offset:
            turn = _turn(moment, following, zone)
            after = _offset(turn, zone)
            yield _change(turn, zone, offset, after)
            offset = after
        moment = following


def _turn(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """The first quarter of an hour with the new offset."""
    offset, moment = _offset(before, zone), before
    while moment < after and _offset(moment, zone) == offset:
        moment += HOUR / 4
    return moment


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _change(turn: datetime, zone: ZoneInfo, before: timedelta, after: timedelta) -> Change:
    there = turn.astimezone(zone)
    return Change(
        at=(turn + before).replace(tzinfo=None), before=before, after=after, name=there.tzname() or "",
        is_summer=bool(there.dst()),
    )  # fmt: skip
