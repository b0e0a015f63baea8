from impact_study.rules.statistics.codes import Because
from impact_study.rules.statistics.proportions import share_of
from impact_study.rules.statistics.response import attrition, linkage, response_counts


def test_response_counts_rest_on_a_list_where_there_is_one():
    found = response_counts(invited=200, reached=180, started=120, complete=90, break_off={"page_2": 30})

    assert (found.partial, found.break_off) == (30, {"page_2": 30})
    assert (found.completion, found.rate) == (share_of(90, 120), share_of(90, 200))


def test_response_counts_without_a_list_have_no_rate():
    found = response_counts(started=0, complete=0)

    assert (found.completion, found.rate.because) == (None, Because.NO_LIST)
    assert response_counts(started=9, complete=9, reached=9).rate.because == Because.NO_LIST
    assert response_counts(started=9, complete=9, invited=5).rate.because == Because.NO_LIST
    assert response_counts(started=0, complete=0, invited=0).rate.because == Because.ALL_MISSING


def test_linkage_gives_the_match_rate_of_the_first_wave():
    found = linkage(matched=60, per_wave={"pre": 80, "post": 70}, duplicates={"pre": 2})

    assert (found.n, found.match_rate, found.duplicates) == (60, share_of(60, 80), {"pre": 2})
    assert linkage(matched=0, per_wave={}).match_rate.because == Because.ALL_MISSING


def test_attrition_compares_those_who_stayed_with_those_who_left():
    found = attrition("confidence", matched=range(2, 14), unmatched=range(12))

    assert (found.variable, found.compared.difference) == ("confidence", 2)
    assert attrition("confidence", matched=[], unmatched=[1, 2]).compared.because == Because.ONE_GROUP
