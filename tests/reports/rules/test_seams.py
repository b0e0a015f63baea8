from __future__ import annotations

import pytest

from network.reporting import Figure, Table
from reports.rules.content import Figures, Part, Words
from reports.rules.seams import seam


def part(rows, *further):
    table = Table("Heads", ("Partner", "Reached", "Target", "Share"), (("P1", 1, 2, 3),) * rows)
    return Part("a", "1", "A", (table, *further))


def test_seam_halves_the_work_of_a_long_report():
    assert seam([part(200), part(200), part(200), part(200)]) == 2
    assert seam([part(50), part(50), part(50), part(600), part(500)]) == 4


def test_seam_weighs_words_and_figures_too():
    words, figures = Words("x" * 80_000), Figures((Figure("Teachers", 1),) * 100)
    assert seam([part(10, words), part(10), part(10, figures), part(130)]) == 1


@pytest.mark.parametrize(
    "parts",
    [[], [part(2000)], [part(20)] * 5, [part(10), part(2000), part(10)]],
    ids=["nothing", "one part", "short", "nearly all in one part"],
)
def test_seam_is_nowhere_in_a_report_that_would_gain_nothing(parts):
    assert seam(parts) is None
