import math

import numpy as np
import pytest

from impact_study.rules.statistics.codes import Because
from impact_study.rules.statistics.paired_scores import is_skewed, paired_scores
from tests.impact_study.rules.statistics.r import ask_r, near, needs_r, vector

PAIRED = """
say("t", test$statistic); say("p", test$p.value); say("interval", test$conf.int)
n <- length(d); t <- unname(test$statistic); df <- n - 1
limit <- function(share) uniroot(function(l) pt(t, df, l) - share, c(t - 20, t + 20), tol = 1e-13)$root / sqrt(n)
say("d_z", c(mean(d) / sd(d), limit(0.975), limit(0.025)))
d_av <- mean(d) / sqrt((var(x) + var(y)) / 2)
say("d_av", c(d_av, d_av * gamma(df / 2) / (sqrt(df / 2) * gamma((df - 1) / 2))))
"""


def assert_equal_to_r(found, r):
    assert [found.t, found.p, found.interval.low, found.interval.high] == near(*r["t"], *r["p"], *r["interval"])
    assert [found.d_z, found.d_z_interval.low, found.d_z_interval.high] == near(*r["d_z"])
    assert [found.d_av, found.g_av] == near(*r["d_av"])


@needs_r
def test_paired_scores_of_the_sleep_data_are_those_of_r():
    r = ask_r(
        "x <- sleep$extra[1:10]; y <- sleep$extra[11:20]; d <- y - x\n"
        'test <- t.test(y, x, paired = TRUE); say("x", x); say("y", y)\n' + PAIRED
    )

    assert_equal_to_r(paired_scores(r["x"], r["y"]), r)


@needs_r
def test_paired_scores_leave_out_people_without_both_answers_as_r_does():
    """A fall, missing answers on either side: ozone against a tenth of the sun in New York."""
    r = ask_r(
        'a <- airquality; say("a", a$Ozone); say("b", a$Solar.R / 10)\n'
        "k <- complete.cases(a$Ozone, a$Solar.R); x <- a$Ozone[k]; y <- a$Solar.R[k] / 10; d <- y - x\n"
        "test <- t.test(y, x, paired = TRUE)\n" + PAIRED
    )

    found = paired_scores(r["a"], r["b"])

    assert (found.n, found.missing) == (111, {"no_answer": 42})
    assert_equal_to_r(found, r)


def test_paired_scores_of_100_000_people_have_an_interval():
    before = np.tile([1.0, 2, 3, 4], 25_000)
    after = before + np.tile([0.0, 1, 0, 1, 1], 20_000)

    found = paired_scores(before, after)

    # With so many people the interval is the normal one.
    reach = 1.959964 * math.sqrt((1 + found.d_z**2 / 2) / found.n)
    assert [found.d_z_interval.low, found.d_z_interval.high] == pytest.approx(
        [found.d_z - reach, found.d_z + reach], rel=1e-4
    )


@pytest.mark.parametrize(
    ("before", "after", "because"),
    [
        ([], [], Because.ALL_MISSING),
        ([None] * 12, [3] * 12, Because.ALL_MISSING),
        (range(9), range(1, 18, 2), Because.BELOW_MINIMUM),
        (range(12), range(1, 13), Because.NO_VARIATION),
        ([0.1 * step for step in range(12)], [0.1 * step + 0.2 for step in range(12)], Because.NO_VARIATION),
    ],
)
def test_paired_scores_are_not_computed_because(before, after, because):
    assert paired_scores(list(before), list(after)).because == because


def test_is_skewed_from_a_skewness_of_one_in_either_direction():
    flat = [0] * 20
    assert is_skewed(flat, [0] * 15 + [1, 2, 4, 8, 16])
    assert is_skewed(flat, [0] * 15 + [-1, -2, -4, -8, -16])
    assert not is_skewed(flat, [-2, -1, 0, 1, 2] * 4)
    assert not is_skewed(flat, flat)


def test_vector_is_read_by_r_as_written():
    assert vector([1, math.nan, 0.25]) == "c(1.0, NA, 0.25)"
