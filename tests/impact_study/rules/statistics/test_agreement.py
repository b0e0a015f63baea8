import pytest

from impact_study.rules.statistics.agreement import cohen_kappa
from impact_study.rules.statistics.codes import Because
from tests.impact_study.rules.statistics.r import ask_r, near, needs_psych

CODES = "abc"


@needs_psych
def test_cohen_kappa_with_its_interval_is_that_of_psych():
    r = ask_r(
        "a <- mtcars$cyl / 2 - 1; b <- mtcars$gear - 2; k <- psych::cohen.kappa(cbind(a, b))\n"
        'say("a", a); say("b", b); say("kappa", k$confid[1, c(2, 1, 3)]); say("se", sqrt(k$var.kappa))'
    )
    first, second = (["xabc"[int(code)] for code in r[name]] for name in "ab")

    found = cohen_kappa(first, second)

    assert [found.kappa, found.interval.low, found.interval.high, found.se] == near(*r["kappa"], *r["se"])


def test_cohen_kappa_counts_what_only_one_has_coded_as_missing():
    found = cohen_kappa([*"abab" * 3, None], [*"abab" * 3, "a"])

    assert (found.n, found.missing, found.kappa) == (12, {"no_answer": 1}, 1)


@pytest.mark.parametrize(
    ("codes", "because"),
    [([], Because.ALL_MISSING), ([*"ababab"], Because.BELOW_MINIMUM), (["a"] * 12, Because.NO_VARIATION)],
)
def test_cohen_kappa_is_not_computed_because(codes, because):
    assert cohen_kappa(codes, codes).because == because
