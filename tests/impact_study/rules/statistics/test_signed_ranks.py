from itertools import product

import numpy as np
import pytest

from impact_study.rules.statistics.codes import Because, Method, Rule
from impact_study.rules.statistics.signed_ranks import exact_p, signed_ranks
from tests.impact_study.rules.statistics.r import ask_r, near, needs_r

BEFORE = [3, 2, 4, 1, 5, 3, 2, 4, 3, 2, 1, 4, 3, 5]
AFTER = [4, 4, 4, 3, 4, 5, 3, 4, 5, 3, 4, 3, 3, 5]


def test_signed_ranks_with_ties_and_zeros_are_exact_by_trying_every_pattern_of_signs():
    ranks = np.array([3.0, 7.5, 7.5, 3, 7.5, 3, 7.5, 10, 3, 3])
    sums = [sum(ranks[list(signs)]) for signs in product([False, True], repeat=10)]
    assert [np.sort(ranks).tolist()] == [[3, 3, 3, 3, 3, 7.5, 7.5, 7.5, 7.5, 10]]

    found = signed_ranks(BEFORE, AFTER)

    far = sum(abs(each - 27.5) >= abs(found.w_plus - 27.5) for each in sums) / len(sums)
    assert (found.method, found.picked, found.n) == (Method.WILCOXON_EXACT, Rule.FEW_NON_ZERO_PAIRS, 14)
    assert (found.higher, found.same, found.lower) == (8, 4, 2)
    assert (found.w_plus, found.w_minus, found.z) == (49, 6, None)
    assert found.rank_biserial == near((49 - 6) / 55)
    assert [found.p, exact_p(ranks, 49)] == near(far, far)


@needs_r
def test_signed_ranks_without_ties_are_those_of_r():
    r = ask_r(
        "x <- sleep$extra[1:10] + (1:10) / 1000; y <- sleep$extra[11:20]\n"
        'test <- wilcox.test(y, x, paired = TRUE); say("x", x); say("y", y); say("w", c(test$statistic, test$p.value))'
    )

    found = signed_ranks(r["x"], r["y"])

    assert [found.w_plus, found.p] == near(*r["w"])


@needs_r
def test_signed_ranks_of_many_pairs_with_ties_zeros_and_missing_are_those_of_r():
    r = ask_r(
        "data(bfi, package = 'psych'); x <- bfi$A2[1:400]; y <- bfi$A3[1:400]\n"
        "test <- wilcox.test(y, x, paired = TRUE, exact = FALSE, correct = FALSE)\n"
        'say("x", x); say("y", y); say("w", c(test$statistic, test$p.value)); d <- y - x; d <- d[!is.na(d)]\n'
        "g <- mean(d > 0) - mean(d < 0); se <- sqrt((mean(d != 0) - g^2) / length(d))\n"
        'say("net", c(g, g + qnorm(c(.025, .975)) * se)); say("n", c(length(d), sum(d > 0), sum(d < 0)))'
    )

    found = signed_ranks(r["x"], r["y"])

    assert found.method is Method.WILCOXON_NORMAL
    assert [found.w_plus, found.p] == near(*r["w"])
    assert [found.n, found.higher, found.lower] == r["n"]
    assert [found.net_share, found.interval.low, found.interval.high] == near(*r["net"])


def test_signed_ranks_tie_differences_that_are_equal_but_for_the_noise_of_computing():
    before = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]
    noisy = [0.1 + 0.2, 0.2 + 0.2, 0.3 + 0.2, 0.4 + 0.2, 0.5 + 0.2, 0.6 + 0.2, 0.7 + 0.2, 0.8 - 0.2, 0.9 - 0.2, 1 - 0.2]

    found = signed_ranks(before, noisy)

    assert (found.w_plus, found.w_minus) == (7 * 5.5, 3 * 5.5)


@pytest.mark.parametrize(
    ("before", "after", "because"),
    [
        ([None] * 11, range(11), Because.ALL_MISSING),
        (range(9), [5] * 9, Because.BELOW_MINIMUM),
        ([3] * 12, [3] * 12, Because.NO_VARIATION),
    ],
)
def test_signed_ranks_are_not_computed_because(before, after, because):
    found = signed_ranks(list(before), list(after))

    assert (found.because, found.needed) == (because, 10)
