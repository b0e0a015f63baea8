import pytest

from impact_study.rules.statistics.codes import Because, Method
from impact_study.rules.statistics.paired_yes_no import paired_yes_no
from tests.impact_study.rules.statistics.r import ask_r, near, needs_r


@needs_r
@pytest.mark.parametrize(
    ("only_before", "only_after", "method"),
    [(5, 20, Method.MCNEMAR_CHI_SQUARE), (5, 19, Method.MCNEMAR_EXACT), (0, 3, Method.MCNEMAR_EXACT)],
)
def test_paired_yes_no_is_that_of_r(only_before, only_after, method):
    r = ask_r(
        f"b <- {only_before}; c <- {only_after}; n <- 40 + b + c\n"
        "chi <- mcnemar.test(matrix(c(25, c, b, 15), 2), correct = FALSE)\n"
        'say("exact", binom.test(b, b + c)$p.value); say("chi", c(chi$statistic, chi$p.value))\n'
        "d <- c(rep(1, c), rep(-1, b), rep(0, 40)); se <- sqrt(mean((d - mean(d))^2) / n)\n"
        'say("change", mean(d) + c(0, qnorm(c(.025, .975))) * se)'
    )

    found = paired_yes_no(both_yes=25, only_before=only_before, only_after=only_after, neither=15)

    many = method is Method.MCNEMAR_CHI_SQUARE
    assert found.method is method
    assert found.p == near(r["chi"][1] if many else r["exact"][0])
    assert found.chi_square == (near(r["chi"][0]) if many else None)
    assert [found.change, found.interval.low, found.interval.high] == near(*r["change"])


@pytest.mark.parametrize(
    ("counts", "because"),
    [((0, 0, 0, 0), Because.ALL_MISSING), ((2, 3, 2, 2), Because.BELOW_MINIMUM), ((20, 0, 0, 5), Because.NO_VARIATION)],
)
def test_paired_yes_no_is_not_computed_because(counts, because):
    names = ("both_yes", "only_before", "only_after", "neither")

    assert paired_yes_no(**dict(zip(names, counts, strict=True))).because == because
