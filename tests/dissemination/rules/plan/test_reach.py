from datetime import date

from dissemination.enums import ReachKind, ReachUnit
from dissemination.rules.plan.reach import Reach, Reading, reach_of


def reading(activity, number, day, unit=ReachUnit.VIEWS, kind=ReachKind.MEASURED, source="site"):
    return Reading(counter=(activity, source), unit=unit, kind=kind, number=number, read_on=date(2018, 1, day))


def test_the_latest_reading_of_a_counter_counts_and_is_not_added_to_earlier_ones():
    assert reach_of([reading(1, 500, 20), reading(1, 100, 1), reading(2, 30, 5)]) == [
        Reach(ReachUnit.VIEWS, ReachKind.MEASURED, counters=2, total=530, largest=500)
    ]


def test_units_and_ways_of_knowing_stand_apart():
    found = reach_of(
        [
            reading(1, 40, 1, unit=ReachUnit.COPIES),
            reading(1, 900, 1, kind=ReachKind.CLAIMED),
            reading(2, 10, 1),
        ]
    )

    assert [(line.unit, line.kind, line.total) for line in found] == [
        (ReachUnit.VIEWS, ReachKind.MEASURED, 10),
        (ReachUnit.VIEWS, ReachKind.CLAIMED, 900),
        (ReachUnit.COPIES, ReachKind.MEASURED, 40),
    ]


def test_followers_have_no_sum():
    (line,) = reach_of([reading(1, 40, 1, unit=ReachUnit.FOLLOWERS), reading(2, 60, 1, unit=ReachUnit.FOLLOWERS)])

    assert (line.total, line.largest, line.counters) == (None, 60, 2)
