from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from dissemination.rules.certificates import hours_of
from dissemination.rules.proof import demands


def at(hour, minute=0):
    return datetime(2030, 3, 14, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("spans", "hours"),
    [
        ([], "0"),
        ([(at(9), at(10, 30))], "1.5"),
        ([(at(9), at(11)), (at(10), at(12))], "3"),
        ([(at(9), at(12)), (at(10), at(11))], "3"),
        ([(at(14), at(15)), (at(9), at(10))], "2"),
    ],
)
def test_hours_that_overlap_are_counted_once(spans, hours):
    assert hours_of(spans) == Decimal(hours)


@pytest.mark.parametrize(
    ("kind", "mode", "missing"),
    [
        ("workshop", "on_site", ["agenda", "signed_list", "signatures", "address", "handouts"]),
        ("webinar", "virtual", ["agenda", "declaration", "screenshot", "address", "handouts"]),
        ("workshop", "hybrid",
         ["agenda", "signed_list", "signatures", "declaration", "screenshot", "address", "handouts"]),
        ("multiplier_event", "on_site", ["agenda", "signed_list", "signatures", "result", "address", "handouts"]),
        ("project_meeting", "on_site",
         ["agenda", "signed_list", "signatures", "minutes", "certificates", "address", "handouts"]),
    ],
)  # fmt: skip
def test_checklist_asks_what_the_agency_asks(kind, mode, missing):
    facts = {"kind": kind, "mode": mode, "is_held": True, "has_programme": False}
    lacks = {"without_address": 2, "has_result": False, "uncertified": 1}
    found = demands(**facts, **lacks, kinds=(), has_signed_list=False, unsigned=0)
    assert [each.code for each in found if not each.is_there] == missing
    kinds = {"agenda", "declaration", "screenshot", "presentation", "minutes"}
    has = {"without_address": 0, "has_result": True, "uncertified": 0}
    full = demands(**facts, **has, kinds=kinds, has_signed_list=True, unsigned=0)
    assert [each.code for each in full if not each.is_there] == []
