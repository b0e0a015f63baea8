import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.charts import quota_bar, sparkline

FIGURES = st.one_of(st.none(), st.integers(-(10**9), 10**9), st.floats(-1e300, 1e300))


def test_sparkline_of_three_months():
    assert sparkline([0, 5, 10], label="0, 5, 10") == (
        '<svg xmlns="http://www.w3.org/2000/svg" class="chart-word" role="img" aria-label="0, 5, 10"'
        ' width="96" height="24" viewBox="0 0 96 24">'
        '<path d="M4.0 20.0L48.0 12.0L92.0 4.0" stroke-width="1.75" stroke-linejoin="round"'
        ' class="fill-none stroke-primary"/><circle cx="92.0" cy="4.0" r="2.75" class="fill-accent"/></svg>'
    )


@example([0, 5e-324, 1e-320], "tiny")
@given(st.lists(FIGURES, max_size=30), st.text(max_size=20))
def test_sparkline_is_whole_whatever_it_is_given(values, label):
    drawing = sparkline(values, label=label)
    assert ET.fromstring(drawing).get("role") == "img"
    assert not re.search(r"\b(nan|inf)\b", "".join(mark.get("d", "") for mark in ET.fromstring(drawing)))


@given(st.floats(0, 1e15), st.floats(-5, 1e15), st.none() | st.floats(0, 1e15))
def test_quota_bar_stays_in_its_field(reached, target, expected):
    root = ET.fromstring(quota_bar(reached, target, expected, label="x"))
    places = [float(mark.get("x1")) for mark in root if mark.get("x1")]
    assert all(0 <= place <= 120 for place in places)


@pytest.mark.parametrize(("reached", "colour"), [(50, "#A4452A"), (60, "#0E4F5F")])
def test_quota_bar_shows_who_is_behind_in_print(reached, colour):
    bar = ET.fromstring(quota_bar(reached, 100, 60, label="x", theme="print"))[1]
    assert (bar.tag.rpartition("}")[2], bar.get("fill")) == ("path", colour)


def test_quota_bar_takes_its_colour_from_a_state_that_is_known():
    bar = ET.fromstring(quota_bar(59, 100, 60, label="x", theme="print", late=False))[1]
    assert bar.get("fill") == "#0E4F5F"


def test_quota_bar_escapes_its_label():
    assert ET.fromstring(quota_bar(1, 2, label='"<&')).get("aria-label") == '"<&'
