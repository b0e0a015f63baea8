import numpy as np
import pytest

from impact_study.rules.statistics.codes import Because, Caution, Method, PercentOf, Rule
from impact_study.rules.statistics.crosstabs import crosstab
from tests.impact_study.rules.statistics.r import ask_r, near, needs_r

EYES = ("brown", "blue", "hazel", "green")
HAIR = ("black", "brown", "red", "blond")
VOICES = """
test <- suppressWarnings(chisq.test(x, correct = FALSE)); n <- sum(x); chi <- unname(test$statistic)
say("chi", c(chi, test$parameter, test$p.value)); say("counts", t(x)); say("residuals", t(test$stdres))
r <- nrow(x); c <- ncol(x); phi <- max(0, chi / n - (r - 1) * (c - 1) / (n - 1))
say("v", c(sqrt(chi / n / (min(r, c) - 1)),
           sqrt(phi / (min(r - (r - 1)^2 / (n - 1), c - (c - 1)^2 / (n - 1)) - 1))))
"""


@needs_r
def test_crosstab_of_hair_and_eyes_is_that_of_r():
    r = ask_r("x <- apply(HairEyeColor, c(1, 2), sum)\n" + VOICES + 'say("row", t(prop.table(x, 1)))')

    found = crosstab(r["counts"], rows=HAIR, columns=EYES)

    assert (found.method, found.rule, found.warnings) == (Method.CHI_SQUARE, Rule.EXPECTED_COUNTS_LARGE, ())
    assert [found.chi_square, found.df, found.p] == near(*r["chi"])
    assert [found.cramers_v, found.cramers_v_corrected] == near(*r["v"])
    assert np.ravel(found.residuals).tolist() == near(*r["residuals"])
    assert np.ravel(found.shares).tolist() == near(*r["row"])


@needs_r
def test_crosstab_with_few_expected_is_fishers_for_two_by_two():
    r = ask_r("x <- matrix(c(3, 8, 7, 2), 2)\n" + VOICES + 'say("fisher", fisher.test(x)$p.value)')

    found = crosstab(r["counts"], rows="ab", columns="xy")

    assert (found.method, found.rule) == (Method.FISHER_EXACT, Rule.EXPECTED_COUNTS_SMALL_TWO_BY_TWO)
    assert found.warnings == (Caution.SMALL_EXPECTED_COUNTS,)
    assert [found.p, found.chi_square] == near(r["fisher"][0], r["chi"][0])


@needs_r
def test_crosstab_with_few_expected_draws_tables_as_r_does():
    """Both draw tables: they agree as far as chance allows."""
    r = ask_r(
        "x <- matrix(table(mtcars$cyl, mtcars$gear), 3)\n"
        + VOICES
        + 'set.seed(1); say("p", chisq.test(x, simulate.p.value = TRUE, B = 200000)$p.value)'
    )

    found = crosstab(r["counts"], rows="abc", columns="xyz")

    assert (found.method, found.rule, found.permutations) == (Method.PERMUTATION, Rule.EXPECTED_COUNTS_SMALL, 9_999)
    assert found.chi_square == near(r["chi"][0])
    assert found.p == pytest.approx(r["p"][0], abs=4e-4)
    assert found == crosstab(r["counts"], rows="abc", columns="xyz")
    assert found.p != crosstab(r["counts"], rows="abc", columns="xyz", seed=5).p


def test_crosstab_leaves_out_empty_rows_and_gives_percent_of_columns():
    found = crosstab([[10, 30], [0, 0], [30, 10]], rows="abc", columns="xy", percent_of=PercentOf.COLUMN)

    assert (found.rows, found.df) == (("a", "c"), 1)
    assert found.shares == ((0.25, 0.75), (0.75, 0.25))


@pytest.mark.parametrize(
    ("counts", "because"),
    [
        ([[0, 0], [0, 0]], Because.ALL_MISSING),
        ([[2, 3], [2, 2]], Because.BELOW_MINIMUM),
        ([[9, 9], [0, 0]], Because.ONE_GROUP),
        ([[9, 0], [9, 0]], Because.NO_VARIATION),
    ],
)
def test_crosstab_is_not_computed_because(counts, because):
    assert crosstab(counts, rows="ab", columns="xy").because == because
