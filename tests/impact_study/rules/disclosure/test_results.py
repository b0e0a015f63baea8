"""Results as they may be told."""

from hypothesis import given, settings
from hypothesis import strategies as st

from impact_study.rules.disclosure import withheld

INTERVAL = {"low": 0.1, "high": 0.9, "level": 0.95}


def item(counts, *, where=None, missing=None, people=None, top=None):
    n = sum(counts.values()) if people is None else people
    shares = {code: {"count": count, "share": 0.5, "interval": INTERVAL} for code, count in counts.items()}
    where = {"wave": "pre", **(where or {})}
    return {
        "key": f"items.useful.{where}", "block": "items", "kind": "describe_item", "exploratory": False,
        "variable": "useful", "other": "", "waves": [], "groups": ["student"], "where": where, "n": n,
        "missing": missing or {}, "method": "counts", "rule": "closed_item", "warnings": [], "p": None,
        "p_adjusted": None, "correction": None, "family": 0, "beside": {},
        "result": {
            "result": "closed_item", "n": n, "missing": missing or {}, "choices": shares,
            "top_two": top and {"count": top, "share": 0.5, "interval": INTERVAL},
        },
    }  # fmt: skip


def shown(finding):
    return {code: share.get("count", share.get("withheld")) for code, share in finding["result"]["choices"].items()}


def test_withheld_hides_a_small_answer_and_one_beside_it():
    (finding,) = withheld([item({"no": 2, "partly": 9, "yes": 30})], 5).results

    assert shown(finding) == {"no": "small", "partly": "beside", "yes": 30}


def test_withheld_hides_the_share_of_the_top_two_that_would_tell():
    (finding,) = withheld([item({"a": 20, "b": 20, "c": 3, "d": 30}, top=33)], 5).results

    assert finding["result"]["top_two"] == {"withheld": "beside"} or shown(finding)["d"] == "beside"


def test_withheld_takes_those_who_did_not_tick_for_a_group():
    """Several answers may be given: 28 of 30 ticked, so two did not."""
    (finding,) = withheld([item({"mentor": 28, "tasks": 12}, people=30)], 5).results

    assert shown(finding) == {"mentor": "beside", "tasks": 12}


def test_withheld_leaves_nothing_of_a_small_group_in_the_data():
    results = [
        item({"no": 20, "yes": 40}),
        item({"no": 17, "yes": 26}, where={"country": "ES"}),
        item({"no": 2, "yes": 1}, where={"country": "MT"}),
        item({"no": 1, "yes": 13}, where={"country": "RO"}),
    ]

    protected = withheld(results, 5)

    whole, _spain, malta, _romania = protected.results
    assert whole["n"] == 60
    assert (malta["n"], malta["beside"], malta["result"]) == (
        None, {}, {"result": "withheld", "why": "small", "minimum": 5},
    )  # fmt: skip
    others = [each for each in protected.results[1:] if each["result"].get("why") == "beside"]
    assert len(others) == 1
    assert {"key": malta["key"], "what": "n", "why": "small"} in protected.decisions


def test_withheld_hides_few_who_gave_a_reason_and_who_would_tell_them():
    (finding,) = withheld([item({"no": 20, "yes": 40}, missing={"dont_know": 3, "no_answer": 20})], 5).results

    assert finding["missing"] == {"dont_know": None, "no_answer": None}
    assert finding["result"]["missing"] == {"dont_know": None, "no_answer": None}


def test_withheld_keeps_a_question_to_its_own_minimum():
    (finding,) = withheld([item({"no": 8, "yes": 40, "x": 30})], 5, minima={"useful": 10}).results

    assert shown(finding)["no"] == "small"


def test_withheld_drops_the_test_of_a_table_with_a_hidden_cell():
    table = {
        **item({"yes": 40}), "kind": "crosstab", "variable": "hired", "other": "form", "p": 0.2, "p_adjusted": 0.2, "n": 65,
        "result": {
            "result": "crosstab", "n": 65, "missing": {}, "rows": ["yes", "no"], "columns": ["a", "b"],
            "counts": [[20, 2], [21, 22]], "shares": [[0.9, 0.1], [0.5, 0.5]], "residuals": [[1, -1], [-1, 1]],
            "chi_square": 3.0, "df": 1, "p": 0.2, "cramers_v": 0.2, "cramers_v_corrected": 0.1, "permutations": None,
        },
    }  # fmt: skip

    (finding,) = withheld([table], 5).results

    assert finding["result"]["counts"] == [[None, None], [None, None]]
    assert (finding["p"], finding["p_adjusted"], finding["result"]["chi_square"]) == (None, None, None)


def test_withheld_drops_what_few_changers_would_be_found_from():
    pairs = {
        **item({"yes": 40}), "kind": "compare_paired", "p": 0.01, "p_adjusted": 0.02, "n": 60,
        "result": {
            "result": "paired_yes_no", "n": 60, "missing": {}, "both_yes": 20, "only_before": 2, "only_after": 18,
            "neither": 20, "share_before": 0.37, "share_after": 0.63, "change": 0.27, "interval": INTERVAL,
            "chi_square": 12.8, "p": 0.01,
        },
    }  # fmt: skip

    (finding,) = withheld([pairs], 5).results

    hidden = ("both_yes", "only_before", "only_after", "neither", "chi_square", "p", "interval")
    assert {name: finding["result"][name] for name in hidden} == dict.fromkeys(hidden)
    assert finding["p_adjusted"] is None


@given(st.lists(st.lists(st.integers(0, 12), min_size=3, max_size=3), min_size=2, max_size=4))
@settings(max_examples=20, deadline=None)
def test_withheld_lets_no_country_be_computed_from_the_whole(countries):
    codes = ("a", "b", "c")
    parts = [
        item(dict(zip(codes, counts, strict=True)), where={"country": f"C{number}"})
        for number, counts in enumerate(countries)
    ]
    whole = item({code: sum(counts[place] for counts in countries) for place, code in enumerate(codes)})

    whole, *parts = withheld([whole, *parts], 5).results

    for part in parts:
        assert part["n"] is None or part["n"] >= 5
        assert all(count == 0 or isinstance(count, str) or count >= 5 for count in shown_of(part).values())
    if whole["n"] is not None:
        assert sum(part["n"] is None for part in parts) != 1
        for code in codes:
            hidden = [part for part in parts if not isinstance(shown_of(part).get(code), int)]
            assert len(hidden) != 1 or not isinstance(shown_of(whole)[code], int)


def shown_of(finding):
    return shown(finding) if finding["result"]["result"] == "closed_item" else {}
