import pytest

from impact_study.rules.statistics.codes import Because, Caution
from impact_study.rules.statistics.several_group_ranks import several_group_ranks
from impact_study.rules.statistics.several_group_scores import several_group_scores
from tests.impact_study.rules.statistics.r import ask_r, near, needs_r

AIR = """
a <- airquality[!is.na(airquality$Ozone) & airquality$Month != 6, ]; a$Month <- factor(a$Month)
say("values", airquality$Ozone); say("groups", airquality$Month)
k <- kruskal.test(Ozone ~ Month, a); n <- nrow(a); groups <- nlevels(a$Month); h <- unname(k$statistic)
say("h", c(h, k$parameter, k$p.value, h / (n - 1), (h - groups + 1) / (n - groups)))
o <- oneway.test(Ozone ~ Month, a); s <- summary(aov(Ozone ~ Month, a))[[1]][["Sum Sq"]]
say("f", c(o$statistic, o$parameter, o$p.value, s[1] / sum(s)))
"""
DUNN = """
r <- rank(a$Ozone); t <- table(a$Ozone); means <- tapply(r, a$Month, mean); sizes <- table(a$Month)
v <- n * (n + 1) / 12 - sum(t^3 - t) / (12 * (n - 1)); pairs <- combn(groups, 2)
z <- apply(pairs, 2, function(p) (means[p[1]] - means[p[2]]) / sqrt(v * (1 / sizes[p[1]] + 1 / sizes[p[2]])))
say("z", z); say("p", p.adjust(2 * pnorm(-abs(z)), "holm"))
"""


@needs_r
def test_several_groups_with_ties_and_missing_are_those_of_r_without_the_group_that_is_too_small():
    r = ask_r(AIR + DUNN)
    months = [str(int(month)) for month in r["groups"]]

    ranks, scores = several_group_ranks(r["values"], months), several_group_scores(r["values"], months)

    assert ranks.left_out == scores.left_out == ("6",)
    assert ranks.warnings == scores.warnings == (Caution.GROUPS_LEFT_OUT,)
    assert [ranks.h, ranks.df, ranks.p, ranks.epsilon_squared, ranks.eta_squared_h] == near(*r["h"])
    assert [pair.z for pair in ranks.pairs] == near(*r["z"])
    assert [pair.p_adjusted for pair in ranks.pairs] == near(*r["p"])
    assert [scores.f, scores.df_between, scores.df_within, scores.p, scores.eta_squared] == near(*r["f"])


@pytest.mark.parametrize("compare", [several_group_ranks, several_group_scores])
@pytest.mark.parametrize(
    ("values", "groups", "because"),
    [
        ([None] * 30, ["a", "b", "c"] * 10, Because.ALL_MISSING),
        (range(30), ["a"] * 30, Because.ONE_GROUP),
        (range(24), ["a", "b", "c"] * 8, Because.BELOW_MINIMUM),
        (range(30), ["a"] * 25 + ["b"] * 5, Because.BELOW_MINIMUM),
        ([2] * 30, ["a", "b", "c"] * 10, Because.NO_VARIATION),
    ],
)
def test_several_groups_are_not_computed_because(compare, values, groups, because):
    assert compare(list(values), groups).because == because


def test_several_groups_of_scores_need_spread_in_each():
    assert (
        several_group_scores([1] * 10 + list(range(20)), ["a"] * 10 + ["b", "c"] * 10).because == Because.NO_VARIATION
    )
