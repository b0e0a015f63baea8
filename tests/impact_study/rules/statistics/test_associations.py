import pytest

from impact_study.rules.statistics.associations import kendall, pearson, spearman
from impact_study.rules.statistics.codes import Because
from tests.impact_study.rules.statistics.r import ask_r, near, needs_r


@needs_r
@pytest.mark.parametrize("columns", ["airquality$Ozone, airquality$Wind", "mtcars$cyl, mtcars$gear"])
def test_associations_with_ties_and_missing_are_those_of_r(columns):
    r = ask_r(
        f"pair <- list({columns}); x <- pair[[1]]; y <- pair[[2]]\n"
        'say("x", x); say("y", y); p <- cor.test(x, y); say("pearson", c(p$estimate, p$p.value, p$conf.int))\n'
        's <- cor.test(x, y, method = "spearman", exact = FALSE); say("spearman", c(s$estimate, s$p.value))\n'
        'k <- cor.test(x, y, method = "kendall", exact = FALSE); say("kendall", c(k$estimate, k$p.value))'
    )

    linear, ranks, tau = (each(r["x"], r["y"]) for each in (pearson, spearman, kendall))

    assert [linear.coefficient, linear.p, linear.interval.low, linear.interval.high] == near(*r["pearson"])
    assert [ranks.coefficient, ranks.p] == near(*r["spearman"])
    assert [tau.coefficient, tau.p] == near(*r["kendall"])
    assert linear.n == ranks.n == tau.n == sum(a == a and b == b for a, b in zip(r["x"], r["y"], strict=True))


@pytest.mark.parametrize("associate", [pearson, spearman])
def test_association_of_a_column_with_itself_is_one_and_has_a_value_everywhere(associate):
    found = associate(range(12), range(12))

    assert (found.coefficient, found.p) == (pytest.approx(1), 0)


@pytest.mark.parametrize("associate", [pearson, spearman, kendall])
@pytest.mark.parametrize(
    ("first", "second", "because"),
    [
        ([None] * 12, range(12), Because.ALL_MISSING),
        (range(9), range(9), Because.BELOW_MINIMUM),
        ([3] * 12, range(12), Because.NO_VARIATION),
        (range(12), [3] * 12, Because.NO_VARIATION),
    ],
)
def test_associations_are_not_computed_because(associate, first, second, because):
    assert associate(list(first), list(second)).because == because
