import numpy as np
import pytest

from impact_study.rules.statistics.codes import Because, Caution, Method
from impact_study.rules.statistics.reliability import reliability
from tests.impact_study.rules.statistics.r import ask_r, near, needs_psych, needs_r


@needs_psych
def test_reliability_of_agreeableness_is_that_of_psych():
    """Five items, one of them reversed, on those who answered all."""
    codes = ["A1", "A2", "A3", "A4", "A5"]
    r = ask_r(
        "data(bfi, package = 'psych'); x <- bfi[1:300, 1:5]; x$A1 <- 7 - x$A1\n"
        "for (each in names(x)) say(each, x[[each]]); k <- na.omit(x); a <- psych::alpha(k)\n"
        'say("alpha", c(a$total$raw_alpha, a$total$std.alpha)); say("r", a$item.stats$r.drop)\n'
        'say("dropped", a$alpha.drop$raw_alpha); f <- psych::alpha.ci(a$total$raw_alpha, nrow(k), n.var = 5)\n'
        'say("feldt", c(f$lower.ci, f$upper.ci))'
    )

    found = reliability([r[code] for code in codes], codes=codes)

    assert found.method is Method.CRONBACH_ALPHA
    assert [found.alpha, found.standardised_alpha] == near(*r["alpha"])
    assert [item.item_total for item in found.items] == near(*r["r"])
    assert [item.alpha_if_dropped for item in found.items] == near(*r["dropped"])
    assert found.warnings == ()


@needs_r
def test_reliability_has_feldts_interval():
    r = ask_r(
        "x <- attitude; k <- ncol(x); n <- nrow(x); for (each in names(x)) say(each, x[[each]])\n"
        "a <- k / (k - 1) * (1 - sum(apply(x, 2, var)) / var(rowSums(x)))\n"
        'say("alpha", c(a, 1 - (1 - a) * qf(c(.975, .025), n - 1, (n - 1) * (k - 1))))'
    )
    alpha = r.pop("alpha")

    found = reliability(list(r.values()), codes=list(r))

    assert [found.alpha, found.interval.low, found.interval.high] == near(*alpha)


@needs_r
def test_reliability_of_two_items_is_spearman_and_browns():
    r = ask_r(
        'x <- attitude$rating; y <- attitude$raises; say("x", x); say("y", y); r <- cor(x, y); say("sb", 2 * r / (1 + r))'
    )

    found = reliability([r["x"], r["y"]], codes="xy")

    assert (found.method, found.spearman_brown) == (Method.SPEARMAN_BROWN, near(*r["sb"]))


def test_reliability_warns_of_few_answers_of_an_item_that_runs_against_and_of_one_that_stands_still():
    rising = np.arange(12) % 5
    found = reliability([rising, rising, 4 - rising, [3] * 12], codes="abcd")

    assert found.warnings == (
        Caution.FEW_RESPONSES,
        Caution.NEGATIVE_ITEM_TOTAL,
        Caution.LOW_ALPHA,
        Caution.ITEM_WITHOUT_VARIATION,
    )
    assert (found.items[3].item_total, found.standardised_alpha) == (None, None)


@pytest.mark.parametrize(
    ("columns", "because"),
    [
        ([[None] * 12, [1] * 12], Because.ALL_MISSING),
        ([range(9), range(9)], Because.BELOW_MINIMUM),
        ([range(12)], Because.ONE_GROUP),
        ([[3] * 12, [2] * 12], Because.NO_VARIATION),
        ([range(12), range(12, 0, -1)], Because.NO_VARIATION),
    ],
)
def test_reliability_is_not_computed_because(columns, because):
    assert reliability([list(column) for column in columns], codes="ab"[: len(columns)]).because == because
