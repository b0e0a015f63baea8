import numpy as np
import pytest

from impact_study.rules.statistics.codes import ScoreRule
from impact_study.rules.statistics.scores import ScoreSheet, scale_scores


@pytest.mark.parametrize(("items", "least"), [(2, 2), (3, 3), (4, 4), (5, 4), (6, 5), (10, 8), (15, 12)])
def test_least_items_are_80_percent_rounded_up(items, least):
    assert ScoreSheet(items).least_items == least


def test_scale_scores_turn_reversed_items_and_leave_out_who_answered_too_few():
    answers = [[1, 5, 4, None], [2, 5, 4, None], [3, 5, 4, 1], [4, 5, None, 1], [5, 1, 2, None]]

    scores = scale_scores(answers, ScoreSheet(5, reversed_items={4}))

    assert scores[:3].tolist() == [(1 + 2 + 3 + 4 + 1) / 5, 5, 4]
    assert np.isnan(scores[3])


def test_scale_scores_as_sums_stand_for_all_items():
    sums = scale_scores([[1, 4], [2, 4], [3, 4], [4, 4], [5, None]], ScoreSheet(5, rule=ScoreRule.SUM))

    assert sums.tolist() == [15, 20]
