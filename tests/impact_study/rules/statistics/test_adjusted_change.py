import numpy as np
import pytest

from impact_study.rules.statistics.adjusted_change import adjusted_change
from impact_study.rules.statistics.codes import Because, Caution, Method
from tests.impact_study.rules.statistics.r import ask_r, near, needs_r

CHICKS = """
w <- reshape(as.data.frame(ChickWeight)[, c("weight", "Time", "Chick", "Diet")], idvar = c("Chick", "Diet"),
             timevar = "Time", direction = "wide")
w <- rbind(w, w[1:12, ]); w$Diet <- as.integer(as.character(w$Diet))
say("before", w$weight.2); say("after", w$weight.20); say("diet", w$Diet)
w <- w[!is.na(w$weight.2) & !is.na(w$weight.20), ]; keep <- names(which(table(w$Diet) >= 10))
w <- w[w$Diet %in% keep, ]; w$Diet <- relevel(factor(w$Diet), "2")
m <- lm(weight.20 ~ weight.2 + Diet, w); a <- anova(lm(weight.20 ~ weight.2, w), m)
say("f", c(a$F[2], a$Df[2], a$Res.Df[2], a$`Pr(>F)`[2])); s <- summary(m)$coefficients; i <- 3:nrow(s)
say("n", nrow(w)); say("slope", s[2, 1])
say("difference", s[i, 1]); say("se", s[i, 2]); say("p", s[i, 4]); say("interval", t(confint(m)[i, ]))
x <- model.matrix(m); b <- solve(crossprod(x)); e <- resid(m) / (1 - hatvalues(m)); v <- b %*% crossprod(x * e) %*% b
say("robust", sqrt(diag(v))[i]); b <- coef(m)[i]; f <- drop(t(b) %*% solve(v[i, i]) %*% b) / length(b)
say("robust_f", c(f, pf(f, length(b), df.residual(m), lower.tail = FALSE)))
change <- w$weight.20 - w$weight.2
say("did", sapply(levels(w$Diet)[-1], function(d) t.test(change[w$Diet == d], change[w$Diet == "2"])$statistic))
say("levels", as.integer(levels(w$Diet)))
"""


@needs_r
def test_adjusted_change_of_chicks_on_diets_is_that_of_r():
    r = ask_r(CHICKS)
    diets = [str(int(diet)) for diet in r["diet"]]

    found = adjusted_change(r["before"], r["after"], diets, reference="2")

    differences = found.differences
    assert found.n == r["n"][0]
    assert [found.reference, *(each.group for each in differences)] == [str(int(level)) for level in r["levels"]]
    assert [found.f, found.df_between, found.df_within, found.p] == near(*r["f"])
    assert [found.robust_f, found.robust_p, found.slope] == near(*r["robust_f"], *r["slope"])
    assert [each.difference for each in differences] == near(*r["difference"])
    assert [each.se for each in differences] == near(*r["se"])
    assert [each.robust_se for each in differences] == near(*r["robust"])
    assert [each.p for each in differences] == near(*r["p"])
    limits = [limit for each in differences for limit in (each.interval.low, each.interval.high)]
    assert limits == near(*r["interval"])
    assert [each.change_difference.t for each in differences] == near(*r["did"])
    assert {each.change_difference.method for each in differences} == {Method.DIFFERENCE_IN_DIFFERENCES}


def test_adjusted_change_leaves_out_small_groups_and_warns_of_slopes_that_differ():
    random = np.random.default_rng(1)
    before = random.normal(size=65)
    groups = np.array(["a", "b"] * 30 + ["c"] * 5)
    after = np.where(groups == "a", before, -before) + random.normal(size=65) / 10

    found = adjusted_change(before, after, groups)

    assert (found.reference, found.left_out, found.n) == ("a", ("c",), 60)
    assert found.warnings == (Caution.GROUPS_LEFT_OUT, Caution.UNEQUAL_SLOPES)


STEPS = list(range(20))
ARMS = ["a", "b"] * 10


@pytest.mark.parametrize(
    ("before", "after", "groups", "because"),
    [
        ([None] * 20, STEPS, ARMS, Because.ALL_MISSING),
        (STEPS, STEPS, ["a"] * 20, Because.ONE_GROUP),
        (STEPS, STEPS, ["a"] * 11 + ["b"] * 9, Because.BELOW_MINIMUM),
        (STEPS, [3] * 20, ARMS, Because.NO_VARIATION),
        ([3] * 20, STEPS, ARMS, Because.NO_VARIATION),
        (STEPS, [step + 1 for step in STEPS], ARMS, Because.NO_VARIATION),
        ([1, 2] * 10, STEPS, ARMS, Because.SEPARATION),
    ],
)
def test_adjusted_change_is_not_computed_because(before, after, groups, because):
    assert adjusted_change(before, after, groups).because == because
