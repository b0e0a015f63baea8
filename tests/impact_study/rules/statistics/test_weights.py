import numpy as np
import pytest

from impact_study.rules.statistics.codes import Because, Caution
from impact_study.rules.statistics.weights import rake, weighted_mean
from tests.impact_study.rules.statistics.r import ask_r, near, needs_r

# Found by R's own iterative fitting of a log-linear model: cells with the given margins and the sample's odds.
FITTED = """
counts <- margin.table(HairEyeColor, c(1, 3)); n <- sum(counts)
say("counts", t(counts)); target <- list(c(.2, .5, .1, .2), c(.4, .6))
wanted <- outer(target[[1]], target[[2]]) * n
fit <- loglin(wanted, list(1, 2), start = counts, fit = TRUE, print = FALSE, eps = 1e-12, iter = 500)$fit
w <- fit / counts; say("w", t(w)); v <- rep(t(w), t(counts)); say("kish", sum(v)^2 / sum(v^2))
y <- rep(c(1, 0, 0, 1, 0, 1, 0, 0), t(counts)); m <- sum(v * y) / sum(v); e <- v * (y - m) / sum(v)
say("mean", c(m, sqrt(sum(e^2) * n / (n - 1))))
s <- rep(c(1, 2), times = 4)[rep(1:8, t(counts))]
part <- function(e) length(e) / (length(e) - 1) * sum((e - mean(e))^2); say("strata", sqrt(sum(tapply(e, s, part))))
"""
HAIR = ["black", "black", "brown", "brown", "red", "red", "blond", "blond"]
SEX = ["m", "f"] * 4
MARGINS = {"hair": {"black": 0.2, "brown": 0.5, "red": 0.1, "blond": 0.2}, "sex": {"m": 0.4, "f": 0.6}}


@needs_r
def test_raked_weights_and_the_means_they_give_are_those_of_r():
    r = ask_r(FITTED)
    counts = [int(count) for count in r["counts"]]
    spread = {name: np.repeat(column, counts) for name, column in (("hair", HAIR), ("sex", SEX))}

    found = rake(spread, MARGINS)

    mean = weighted_mean(np.repeat([1, 0, 0, 1, 0, 1, 0, 0], counts), found.weights)
    stratified = weighted_mean(np.repeat([1, 0, 0, 1, 0, 1, 0, 0], counts), found.weights, strata=spread["sex"])
    assert found.weights.tolist() == near(*np.repeat(r["w"], counts))
    assert [found.effective_n, found.design_effect] == near(*r["kish"], sum(counts) / r["kish"][0])
    assert [mean.mean, mean.se, stratified.se] == near(*r["mean"], *r["strata"])
    assert found.warnings == ()


def test_raked_weights_stay_within_their_limits_and_say_what_that_costs():
    answers = {"country": ["ES"] * 92 + ["RO"] * 8}

    found = rake(answers, {"country": {"ES": 0.75, "RO": 0.25}})

    assert (found.lowest, found.highest) == (pytest.approx(0.7968, abs=0.02), 3)
    assert found.warnings == (Caution.WEIGHTS_LIMITED,)
    assert 0 < found.distances["country"] < 0.02


@pytest.mark.parametrize(
    ("columns", "margins", "because"),
    [
        ({"country": []}, {"country": {"ES": 1}}, Because.ALL_MISSING),
        ({"country": ["ES", "RO"] * 4}, {"country": {"ES": 0.5, "RO": 0.5}}, Because.BELOW_MINIMUM),
        ({"country": ["ES"] * 20}, {"country": {"ES": 0.5, "RO": 0.5}}, Because.WEIGHTS_NOT_CONVERGING),
        ({"country": ["ES", "RO"] * 10}, {"country": {"ES": 1, "RO": 0}}, Because.WEIGHTS_NOT_CONVERGING),
        ({"country": ["ES"] * 97 + ["RO"] * 3}, {"country": {"ES": 0.5, "RO": 0.5}}, Because.WEIGHTS_NOT_CONVERGING),
        (
            {"a": ["x"] * 10 + ["y"] * 10, "b": ["x"] * 10 + ["y"] * 10},
            {"a": {"x": 0.5, "y": 0.5}, "b": {"x": 0.7, "y": 0.3}},
            Because.WEIGHTS_NOT_CONVERGING,
        ),
    ],
)
def test_weights_are_not_computed_because(columns, margins, because):
    assert rake(columns, margins).because == because


def test_weighted_mean_is_not_computed_because():
    assert weighted_mean([None], [1]).because == Because.ALL_MISSING
    assert weighted_mean([3], [1]).because == Because.BELOW_MINIMUM
