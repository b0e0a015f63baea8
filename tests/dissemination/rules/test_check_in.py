from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dissemination.rules.check_in import Scan, Verdict, hash_in, read_scans, verdict
from dissemination.rules.tickets import hash_of

STARTS = datetime(2030, 3, 14, 9, tzinfo=UTC)
TOKEN = "ABCD2345" * 4


@pytest.mark.parametrize("text", [TOKEN, f"  {TOKEN} ", f"https://example.org/en/t/{TOKEN}/", f"/es/t/{TOKEN}"])
def test_ticket_is_read_from_symbol_and_from_typing(text):
    assert hash_in(text) == hash_of(TOKEN)


@pytest.mark.parametrize("text", ["", "hello", TOKEN[:-1], f"https://example.org/x/{TOKEN}?a=1"])
def test_anything_else_is_no_ticket(text):
    assert hash_in(text) == ""


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, ("counted", "")),
        ({"seen_at": STARTS - timedelta(hours=10, minutes=1)}, ("to_confirm", "before")),
        ({"seen_at": STARTS - timedelta(hours=9, minutes=59)}, ("counted", "")),
        ({"seen_at": STARTS + timedelta(hours=7)}, ("to_confirm", "after")),
        ({"now": STARTS - timedelta(hours=1)}, ("to_confirm", "clock")),
        ({"registration": "cancelled"}, ("refused", "cancelled")),
        ({"registration": "declined", "seen_at": STARTS - timedelta(days=9)}, ("refused", "declined")),
        ({"registration": "waitlisted"}, ("to_confirm", "waitlisted")),
        ({"event": "cancelled"}, ("to_confirm", "event")),
    ],
)
def test_verdict_knows_the_day_of_the_event_in_its_own_zone(facts, expected):
    standard = {
        "registration": "confirmed", "event": "published", "seen_at": STARTS, "starts_at": STARTS,
        "ends_at": STARTS + timedelta(hours=6), "zone": ZoneInfo("Europe/Madrid"), "now": STARTS + timedelta(days=2),
    }  # fmt: skip
    assert verdict(**{**standard, **facts}) == Verdict(*expected)


def test_scans_are_read_and_the_broken_ones_are_named():
    good = {"nonce": "a", "hash": "0" * 64, "at": "2030-03-14T09:00:00+00:00", "kind": "by_name"}
    bad = [
        {**good, "nonce": "b", "at": "2030-03-14T09:00:00"}, {**good, "nonce": "c", "hash": "0"},
        {**good, "nonce": "d", "kind": "signed"}, {"nonce": "e"}, "f",
    ]  # fmt: skip
    assert read_scans([good, *bad]) == (
        [Scan(nonce="a", token_hash="0" * 64, seen_at=STARTS, kind="by_name")], ["b", "c", "d", "e", ""]
    )  # fmt: skip
    assert read_scans("none") == ([], [])
