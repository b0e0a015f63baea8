from core.charts.kinds.bullet import dovetail, standing
from core.charts.samples import SAMPLES


def test_standing_says_reached_target_and_share_and_where_there_is_no_target():
    assert [standing(SAMPLES["bullet"], row) for row in (0, 2, 4)] == [
        "184 of 180 · 102%", "11 of 30 · 37%", "7, no target",
    ]  # fmt: skip


def test_dovetail_ends_at_the_figure():
    assert dovetail(10, 0, 90, 10) == "M10 0L94.5 0L94.5 1.8L100 0L100 10L94.5 8.2L94.5 10L10 10Z"
