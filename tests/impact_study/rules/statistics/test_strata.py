import numpy as np
import pytest

from impact_study.rules.statistics.codes import Because, Caution
from impact_study.rules.statistics.strata import stratified_odds
from tests.impact_study.rules.statistics.r import ask_r, near, needs_r


@needs_r
def test_stratified_odds_of_admissions_to_berkeley_are_those_of_r_and_warn_that_the_direction_turns():
    r = ask_r(
        "x <- aperm(UCBAdmissions, c(2, 1, 3)); test <- mantelhaen.test(x, correct = FALSE)\n"
        'say("x", aperm(x, c(2, 1, 3))); say("or", c(test$estimate, test$conf.int, test$statistic, test$p.value))'
    )

    found = stratified_odds(r["x"], names="ABCDEF")

    assert [found.odds_ratio, found.interval.low, found.interval.high, found.chi_square, found.p] == near(*r["or"])
    assert found.total.odds_ratio == near(1198 * 1278 / (1493 * 557))
    assert [stratum.direction for stratum in found.strata] == [-1, -1, 1, -1, 1, -1]
    assert set(found.warnings) == {Caution.DIRECTION_TURNS, Caution.OPPOSITE_DIRECTIONS}


def test_stratified_odds_warn_of_simpsons_paradox_where_all_strata_agree():
    """Kidney stones, small and large: the first treatment is better for each and looks worse for both."""
    found = stratified_odds([[[81, 6], [234, 36]], [[192, 71], [55, 25]]], names=["small", "large"])

    assert {stratum.direction for stratum in found.strata} == {1}
    assert found.total.direction == -1
    assert found.warnings == (Caution.DIRECTION_TURNS,)


def test_stratified_odds_show_a_stratum_with_an_empty_cell():
    found = stratified_odds([[[10, 0], [5, 5]], [[8, 4], [4, 8]]], names=["a", "b"])

    assert [(stratum.odds_ratio, stratum.direction) for stratum in found.strata] == [(None, 1), (4, 1)]
    assert found.warnings == ()


@pytest.mark.parametrize(
    ("tables", "because"),
    [
        (np.zeros((2, 2, 2)), Because.ALL_MISSING),
        ([[[9, 9], [0, 0]]], Because.ONE_GROUP),
        ([[[9, 9], [4, 4]]], Because.BELOW_MINIMUM),
        ([[[12, 0], [12, 0]]], Because.NO_VARIATION),
        ([[[12, 0], [0, 12]]], Because.SEPARATION),
        ([[[12, 0], [6, 6]]], Because.SEPARATION),
    ],
)
def test_stratified_odds_are_not_computed_because(tables, because):
    assert stratified_odds(tables, names="ab"[: len(tables)]).because == because
