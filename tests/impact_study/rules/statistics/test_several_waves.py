import pytest

from impact_study.rules.statistics.codes import Because
from impact_study.rules.statistics.several_waves import several_waves
from tests.impact_study.rules.statistics.r import ask_r, near, needs_psych

WAVES = ("pre", "post", "follow_up")


@needs_psych
def test_several_waves_with_ties_and_missing_are_those_of_r():
    r = ask_r(
        "data(bfi, package = 'psych'); a <- as.matrix(bfi[1:250, c('C1', 'C2', 'C3')]); k <- na.omit(a)\n"
        'for (each in 1:3) say(paste0("w", each), a[, each]); test <- friedman.test(k)\n'
        'say("chi", c(test$statistic, test$parameter, test$p.value)); say("n", nrow(k))\n'
        "pair <- function(i, j) wilcox.test(k[, j], k[, i], paired = TRUE, exact = FALSE, correct = FALSE)$p.value\n"
        'p <- c(pair(1, 2), pair(1, 3), pair(2, 3)); say("p", p); say("holm", p.adjust(p, "holm"))'
    )

    found = several_waves([r["w1"], r["w2"], r["w3"]], waves=WAVES)

    assert found.n == r["n"][0] < 250
    assert [found.chi_square, found.df, found.p] == near(*r["chi"])
    assert found.kendall_w == near(r["chi"][0] / (found.n * 2))
    assert [pair.test.p for pair in found.pairs] == near(*r["p"])
    assert [pair.p_adjusted for pair in found.pairs] == near(*r["holm"])
    assert (found.pairs[0].first, found.pairs[0].second) == ("pre", "post")


@pytest.mark.parametrize(
    ("columns", "because"),
    [
        ([[None] * 12, [1] * 12, [2] * 12], Because.ALL_MISSING),
        ([[1, 2, 3]] * 3, Because.BELOW_MINIMUM),
        ([[4] * 12] * 3, Because.NO_VARIATION),
        ([[1, 2, 3, 4] * 3] * 3, Because.NO_VARIATION),
        ([[1, 2, 3, 4] * 3], Because.ONE_GROUP),
    ],
)
def test_several_waves_are_not_computed_because(columns, because):
    assert several_waves(columns, waves=WAVES).because == because


def test_several_waves_leave_out_a_pair_of_waves_without_change():
    first = [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2]
    found = several_waves([first, first, [value + 1 for value in first]], waves=WAVES)

    assert [pair.p_adjusted is None for pair in found.pairs] == [True, False, False]
