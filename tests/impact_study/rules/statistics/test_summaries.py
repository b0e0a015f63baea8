from impact_study.rules.statistics.codes import Because
from impact_study.rules.statistics.summaries import number_summary
from tests.impact_study.rules.statistics.r import ask_r, near, needs_r


@needs_r
def test_number_summary_with_missing_is_that_of_r():
    r = ask_r(
        'x <- airquality$Ozone; say("x", x); x <- x[!is.na(x)]; q <- quantile(x, type = 7)\n'
        'say("all", c(mean(x), sd(x), q[3], q[2], q[4], q[1], q[5], t.test(x)$conf.int))'
    )

    found = number_summary(r["x"])

    assert (found.n, found.missing) == (116, {"no_answer": 37})
    places = [found.median, found.lower_quartile, found.upper_quartile, found.minimum, found.maximum]
    assert [found.mean, found.sd, *places, found.interval.low, found.interval.high] == near(*r["all"])


def test_number_summary_of_one_value_has_no_spread():
    found = number_summary([4], missing={"dont_know": 2})

    assert (found.n, found.mean, found.sd, found.interval, found.missing) == (1, 4, None, None, {"dont_know": 2})


def test_number_summary_is_not_computed_when_all_is_missing():
    assert number_summary([None, float("inf")]).because == Because.ALL_MISSING
