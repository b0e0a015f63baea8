import json
from dataclasses import replace

import numpy as np
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from impact_study.enums import Linkage
from impact_study.rules.analysis import run_blocks, run_plan
from impact_study.rules.blocks.study_data import Fieldwork
from impact_study.rules.plan import Block, BlockKind, Plan
from impact_study.rules.plan_problems import plan_problems
from impact_study.rules.statistics.corrections import benjamini_hochberg, holm
from tests.impact_study.rules.simulated import CODEBOOK, ITEMS, SCALE, simulated

WHOLE = Plan(
    waves=("pre", "post"),
    scales=(SCALE,),
    margins={"country": {"ES": 0.4, "IT": 0.3, "RO": 0.3}},
    blocks=(
        Block("items", BlockKind.DESCRIBE_ITEM, (*ITEMS, "hired", "form", "helped", "weeks"), breakdowns=("country",)),
        Block("weighed", BlockKind.DESCRIBE_ITEM, ("conf_1", "weeks"), weighted=True),
        Block("scores", BlockKind.DESCRIBE_SCORE, ("confidence",), breakdowns=("group", "partner"), weighted=True),
        Block("reliability", BlockKind.RELIABILITY, ("confidence",), breakdowns=("language",)),
        Block("change", BlockKind.COMPARE_PAIRED, ("confidence", "conf_5", "hired", "weeks"), breakdowns=("arm",)),
        Block("waves", BlockKind.COMPARE_WAVES3, ("confidence", "conf_1")),
        Block("countries", BlockKind.COMPARE_GROUPS, ("confidence", "conf_1", "form"), by="country"),
        Block("roles", BlockKind.COMPARE_GROUPS, ("confidence", "conf_1"), by="group", breakdowns=("country",)),
        Block("table", BlockKind.CROSSTAB, ("form", "conf_1"), by="country"),
        Block("strata", BlockKind.STRATIFIED, ("hired",), by="arm", strata="country", reference="control"),
        Block("together", BlockKind.ASSOCIATION, ("confidence", "conf_5", "conf_6", "weeks"), exploratory=True),
        Block("arms", BlockKind.CHANGE_BETWEEN_GROUPS, ("confidence",), by="arm", reference="control"),
        Block("weights", BlockKind.WEIGHTS),
        Block("response", BlockKind.RESPONSE, ("confidence",)),
    ),
)


def only(*codes: str, plan: Plan = WHOLE) -> Plan:
    return replace(plan, blocks=tuple(block for block in plan.blocks if block.code in codes))


def found(results: list[dict], key: str) -> dict:
    return next(each for each in results if each["key"] == key)


@pytest.fixture(scope="module")
def results() -> list[dict]:
    return run_plan(WHOLE, simulated(), CODEBOOK)


def test_run_plan_answers_every_block_in_json_with_what_each_result_has_to_say(results):
    assert json.loads(json.dumps(results, allow_nan=False)) == results
    assert {each["block"] for each in results} == {block.code for block in WHOLE.blocks}
    assert len({each["key"] for each in results}) == len(results)
    for each in results:
        assert isinstance(each["n"], int)
        assert each["method"] or each["result"]["because"]
        assert each["rule"] or each["result"]["because"]


def test_run_plan_recovers_the_effect_that_was_simulated():
    """A change of 0.8 in the arm that takes part, none in the other: on the scale of four items, cut at its ends."""
    results = run_plan(only("change", "arms"), simulated(3000), CODEBOOK)

    taking_part = found(results, "change.confidence.arm=taking_part")["result"]
    control = found(results, "change.confidence.arm=control")["result"]
    between = found(results, "arms.confidence.arm")["result"]["differences"][0]
    assert taking_part["difference"] == pytest.approx(0.8, abs=0.06)
    assert taking_part["interval"]["low"] > 0.7
    assert control["interval"]["low"] < 0 < control["interval"]["high"]
    assert between["group"] == "taking_part"
    assert between["difference"] == pytest.approx(0.8, abs=0.08)
    assert between["change_difference"]["p"] < 1e-6


def test_run_plan_counts_items_as_the_table_holds_them(results):
    table = simulated()
    part = table.filter(pl.col("wave") == "post", pl.col("country") == "RO")

    item = found(results, "items.conf_1.wave=post.country=RO")
    ticked = found(results, "items.helped.wave=post.country=RO")

    assert {code: share["count"] for code, share in item["result"]["choices"].items()} == {
        str(value): int((part["conf_1"] == value).sum()) for value in range(1, 6)
    }
    assert item["n"] + sum(item["missing"].values()) == part.height
    assert set(item["missing"]) == {"not_applicable"}
    assert ticked["n"] == part.height
    assert ticked["result"]["choices"]["tasks"]["count"] == part["helped"].list.contains("tasks").sum()


def test_run_plan_corrects_p_over_the_tests_of_a_block(results):
    for block, correct in (("change", holm), ("together", benjamini_hochberg)):
        own = [each for each in results if each["block"] == block]
        assert [each["p_adjusted"] for each in own] == correct([each["p"] for each in own])
        assert {each["family"] for each in own} == {sum(each["p"] is not None for each in own)}
    assert {each["p_adjusted"] for each in results if each["block"] == "items"} == {None}


def test_run_plan_says_what_it_could_not_compute(results):
    waves = found(results, "waves.conf_1")
    unknown = run_plan(
        replace(WHOLE, blocks=(Block("b", BlockKind.COMPARE_GROUPS, ("conf_1",), by="colour"),)),
        simulated(40),
        CODEBOOK,
    )

    assert (waves["result"]["result"], unknown[0]["result"]["because"]) == ("several_waves", "unknown_variable")


def test_run_plan_links_the_last_of_a_code_used_twice_and_tells():
    table = simulated(60, stay=1.0)
    pre = table.filter(pl.col("wave") == "pre")
    again = pre.head(2).with_columns(weeks=pl.lit(99.0))
    lone = pre.tail(1).with_columns(code=pl.lit(None, dtype=pl.String))
    plan = replace(WHOLE, blocks=(Block("b", BlockKind.COMPARE_PAIRED, ("weeks",)),))

    told = run_plan(plan, pl.concat([table, again, lone]), CODEBOOK)[0]

    linkage = told["beside"]["linkage"]
    assert (linkage["n"], linkage["per_wave"]) == (60, {"pre": 61, "post": 60})
    assert (linkage["duplicates"], linkage["without_code"]) == ({"pre": 2, "post": 0}, {"pre": 1, "post": 0})
    assert told["beside"]["before"]["maximum"] == 99
    assert "duplicate_codes" in told["warnings"]


def test_run_plan_leaves_out_responses_that_are_not_complete():
    table = simulated(40).with_columns(complete=pl.Series([True, False] * 100)[: simulated(40).height])

    told = run_plan(only("response"), table, CODEBOOK, fieldwork=[Fieldwork("pre", "student", invited=500)])

    counted = {each["key"]: each["result"] for each in told}
    pre = counted["response.response.wave=pre.group=student"]
    rows = table.filter(pl.col("wave") == "pre", pl.col("group") == "student")
    assert (pre["started"], pre["complete"]) == (rows.height, rows["complete"].sum())
    assert pre["rate"]["share"] == pre["complete"] / 500
    assert counted["response.response.wave=post.group=student"]["rate"]["because"] == "no_list"


def test_run_plan_compares_unlinked_waves_as_independent_samples():
    plan = replace(only("change", "waves", "arms"), linkage=Linkage.NONE)

    told = run_plan(plan, simulated().drop("code"), CODEBOOK)

    paired = found(told, "change.confidence")
    assert (paired["result"]["result"], paired["warnings"]) == ("two_group_scores", ["not_linked"])
    assert found(told, "arms.confidence.arm")["result"]["because"] == "not_linked"


def test_run_plan_says_when_parts_move_in_opposite_directions():
    table = simulated(200, stay=1.0, effect=0)
    flip = pl.when(pl.col("country") == "ES").then(1).when(pl.col("country") == "IT").then(-1).otherwise(0)
    moved = table.with_columns(weeks=pl.col("weeks") + 40 * flip * (pl.col("wave") == "post"))
    plan = replace(WHOLE, blocks=(Block("b", BlockKind.COMPARE_PAIRED, ("weeks",), breakdowns=("country",)),))

    assert "opposite_directions" in run_plan(plan, moved, CODEBOOK)[0]["warnings"]


def test_run_plan_shows_weighted_shares_of_the_whole_beside_unweighted_ones(results):
    weighed = found(results, "weighed.conf_1.wave=pre")
    inside = found(results, "scores.confidence.wave=pre.partner=P1")

    assert weighed["beside"]["weighting"]["result"] == "weighting"
    assert set(weighed["beside"]["weighted"]) == {"1", "2", "3", "4", "5", "top_two"}
    assert "tests_unweighted" in weighed["warnings"]
    assert inside["beside"] == {}


def test_run_blocks_goes_on_where_it_was_stopped(results):
    later = [each for block in run_blocks(WHOLE, simulated(), CODEBOOK, done=12) for each in block]

    assert later == [each for each in results if each["block"] in ("weights", "response")]


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(people=st.integers(0, 40), constant=st.booleans(), seed=st.integers(0, 99))
def test_run_plan_never_gives_a_number_that_is_none(people, constant, seed):
    """Whatever the answers: nobody, few, all alike, all missing."""
    table = simulated(people, seed=seed)
    if constant:
        table = table.with_columns(
            pl.lit(3, dtype=pl.Int8).alias("conf_1"), pl.lit(None, dtype=pl.Int8).alias("conf_5")
        )

    told = run_plan(WHOLE, table, CODEBOOK)

    assert json.loads(json.dumps(told, allow_nan=False)) == told


@settings(max_examples=3, deadline=None)
@given(seed=st.integers(0, 99))
def test_run_plan_does_not_depend_on_the_order_of_rows(seed):
    table = simulated(50, seed=seed)
    shuffled = table.sample(fraction=1, shuffle=True, seed=seed)

    for one, other in zip(run_plan(WHOLE, table, CODEBOOK), run_plan(WHOLE, shuffled, CODEBOOK), strict=True):
        assert one["key"] == other["key"]
        assert numbers(one) == pytest.approx(numbers(other), rel=1e-9, abs=1e-9)


def numbers(data) -> list[float]:
    if isinstance(data, dict):
        return [figure for value in data.values() for figure in numbers(value)]
    if isinstance(data, list):
        return [figure for value in data for figure in numbers(value)]
    return [float(data)] if isinstance(data, int | float | np.floating) else []


def test_the_plan_of_these_tests_has_only_the_problems_it_means_to_have():
    fields = [problem.field for problem in plan_problems(WHOLE, CODEBOOK)]

    # Two waves only, and arms that are no column of every response.
    assert fields == ["blocks[4].", "blocks[5].waves", "blocks[9].", "blocks[11]."]
