import pytest

from impact_study.rules.statistics.codes import Because
from impact_study.rules.statistics.two_groups import two_group_ranks, two_group_scores
from tests.impact_study.rules.statistics.r import ask_r, near, needs_r

TOOTH = (
    "x <- ToothGrowth$len[ToothGrowth$supp == 'OJ']; y <- ToothGrowth$len[ToothGrowth$supp == 'VC'][1:24]\n"
    'say("x", x); say("y", y)\n'
)
SUN = (
    "x <- airquality$Ozone[airquality$Month == 5]; y <- airquality$Ozone[airquality$Month == 8]\n"
    'say("x", x); say("y", y); x <- x[!is.na(x)]; y <- y[!is.na(y)]\n'
)
WELCH = """
test <- t.test(x, y); n <- length(x); m <- length(y); df <- n + m - 2
say("t", c(test$statistic, test$parameter, test$p.value, test$conf.int))
d <- (mean(x) - mean(y)) / sqrt(((n - 1) * var(x) + (m - 1) * var(y)) / df); scale <- sqrt(1 / n + 1 / m); t <- d / scale
limit <- function(share) uniroot(function(l) pt(t, df, l) - share, c(t - 20, t + 20), tol = 1e-13)$root * scale
say("d", c(d, limit(0.975), limit(0.025), d * gamma(df / 2) / (sqrt(df / 2) * gamma((df - 1) / 2))))
rank <- wilcox.test(x, y, exact = FALSE, correct = FALSE)
say("u", c(rank$statistic, rank$p.value, 2 * rank$statistic / (n * m) - 1))
"""


@needs_r
@pytest.mark.parametrize("data", [TOOTH, SUN])
def test_two_groups_are_those_of_r(data):
    r = ask_r(data + WELCH)

    scores, ranks = two_group_scores(r["x"], r["y"]), two_group_ranks(r["x"], r["y"])

    assert [scores.t, scores.df, scores.p, scores.interval.low, scores.interval.high] == near(*r["t"])
    assert [scores.d, scores.d_interval.low, scores.d_interval.high, scores.g] == near(*r["d"])
    assert [ranks.u, ranks.p, ranks.rank_biserial] == near(*r["u"])


def test_two_groups_count_what_is_missing_on_both_sides():
    found = two_group_scores([*range(12), None], [*range(3, 15), None, None])

    assert (found.n, found.n_first, found.n_second, found.missing) == (24, 12, 12, {"no_answer": 3})


@pytest.mark.parametrize("compare", [two_group_scores, two_group_ranks])
@pytest.mark.parametrize(
    ("first", "second", "because"),
    [
        ([], [], Because.ALL_MISSING),
        (range(12), [None] * 12, Because.ONE_GROUP),
        (range(12), range(9), Because.BELOW_MINIMUM),
        ([4] * 12, [4] * 12, Because.NO_VARIATION),
    ],
)
def test_two_groups_are_not_computed_because(compare, first, second, because):
    assert compare(list(first), list(second)).because == because


def test_two_groups_of_constants_have_ranks_but_no_standard_error():
    assert two_group_scores([1] * 12, [2] * 12).because == Because.NO_VARIATION
    assert two_group_ranks([1] * 12, [2] * 12).rank_biserial == -1
