from functools import partial

import numpy as np
import pytest

from impact_study.rules.findings import Finding, findings_as_data
from impact_study.rules.plan import Block, BlockKind
from impact_study.rules.statistics.adjusted_change import adjusted_change
from impact_study.rules.statistics.agreement import cohen_kappa
from impact_study.rules.statistics.associations import kendall, pearson
from impact_study.rules.statistics.codes import Because, Caution
from impact_study.rules.statistics.crosstabs import crosstab
from impact_study.rules.statistics.paired_scores import paired_scores
from impact_study.rules.statistics.paired_yes_no import paired_yes_no
from impact_study.rules.statistics.proportions import closed_item
from impact_study.rules.statistics.reliability import reliability
from impact_study.rules.statistics.response import response_counts
from impact_study.rules.statistics.results import NotComputed, Result
from impact_study.rules.statistics.several_group_ranks import several_group_ranks
from impact_study.rules.statistics.several_group_scores import several_group_scores
from impact_study.rules.statistics.several_waves import several_waves
from impact_study.rules.statistics.signed_ranks import signed_ranks
from impact_study.rules.statistics.strata import stratified_odds
from impact_study.rules.statistics.summaries import number_summary
from impact_study.rules.statistics.two_groups import two_group_ranks, two_group_scores
from impact_study.rules.statistics.weights import rake, weighted_mean
from impact_study.rules.wording import PHRASES, p_words, sentences, size_words

BEFORE = np.tile([1.0, 2, 3, 4, 2], 8)
WAVES = np.tile([0.0, 1, -1, 0], 10)


def told(result, *, causal=False, warnings=(), kind=BlockKind.COMPARE_PAIRED, other="", beside=None) -> list[str]:
    found = Finding("confidence", result, other=other, beside=beside or {}, warnings=warnings)
    data = findings_as_data(Block("b", kind), [found])[0]
    return sentences(data, name="Confidence", causal=causal)


between_groups = partial(told, kind=BlockKind.COMPARE_GROUPS, other="country")


def test_a_rise_has_direction_size_interval_n_and_adjusted_p():
    [sentence] = told(paired_scores(BEFORE, BEFORE + 1 + WAVES))

    assert sentence == (
        "Confidence rose (by 1.00; d_z = 1.40, large after Cohen 1988; 95% interval 0.77 to 1.23; "
        "40 people, adjusted p < 0.001)."
    )


def test_an_interval_that_holds_zero_is_no_clear_change_and_never_no_effect():
    for result in (paired_scores(BEFORE, BEFORE + WAVES), signed_ranks(BEFORE, BEFORE + WAVES)):
        [sentence] = told(result, causal=True)
        assert sentence.startswith("Confidence: no clear change (")
        assert "effect" not in sentence


def test_a_change_that_does_not_outlive_the_correction_is_not_clear():
    block = Block("b", BlockKind.COMPARE_PAIRED)
    result = paired_scores(BEFORE, BEFORE + 0.25 + WAVES)
    alone = findings_as_data(block, [Finding("one", result)])
    among = findings_as_data(block, [Finding("one", result)] * 5)

    assert sentences(alone[0], name="One")[0].startswith("One rose (")
    assert sentences(among[0], name="One")[0].startswith("One: no clear change (")


def test_shares_of_the_same_people_are_told_in_percent():
    assert told(signed_ranks(BEFORE, BEFORE - 1 + WAVES))[0].startswith(
        "Confidence fell (0% higher, 25% the same, 75% lower; higher less lower −75%"
    )
    assert told(paired_yes_no(both_yes=10, only_before=2, only_after=28, neither=10))[0].startswith(
        "Confidence rose (from 24% to 76%; after less before 52%; 95% interval 36% to 68%"
    )


def test_words_of_cause_need_a_comparison_group_and_before_and_after_alone_never_get_them():
    arms = np.tile(["control", "activity"], 20)
    after = BEFORE + np.where(arms == "activity", 2, 0) + WAVES
    between = adjusted_change(BEFORE, after, arms, reference="control")

    assert told(between, causal=True)[0].startswith("Confidence: the activity led to a rise (activity against control")
    assert told(between)[0].startswith("Confidence rose (activity against control, at equal values before")
    assert "led to" not in told(paired_scores(BEFORE, BEFORE + 1 + WAVES), causal=True)[0]


def test_two_groups_are_told_with_their_direction():
    higher, lower = two_group_scores(BEFORE + 2, BEFORE), two_group_scores(BEFORE, BEFORE + 2)
    assert between_groups(higher)[0].startswith("Confidence is higher in the first group (2.00;")
    assert between_groups(lower)[0].startswith("Confidence is lower in the first group (−2.00;")
    assert between_groups(two_group_scores(BEFORE, BEFORE))[0].startswith("Confidence: no clear difference (0.00;")
    named = {"order": ["ES", "RO"]}
    assert between_groups(higher, beside=named)[0].startswith(
        "Confidence is higher in the group ES than in RO (2.00; d = 1.94, large after Cohen 1988;"
    )
    assert between_groups(two_group_ranks(BEFORE + 2, BEFORE), beside=named)[0].startswith(
        "Confidence is higher in the group ES than in RO (rank-biserial r = 0.80, large after Cohen 1988; 80 people"
    )


def test_waves_that_nobody_could_link_rise_and_fall_as_different_people():
    [sentence, weaker] = told(two_group_scores(BEFORE + 2, BEFORE), warnings=(Caution.NOT_LINKED,))

    assert sentence.startswith("Confidence rose (by 2.00; d = 1.94")
    assert weaker == "The waves could not be linked: they are compared as different people, which is weaker."


def test_descriptions_give_share_or_mean_with_interval():
    assert told(closed_item({"1": 20, "4": 60, "5": 20}, top=("4", "5")))[0].startswith(
        "Confidence: 80% chose one of the two highest answers (95% interval 71% to 87%; 100 people"
    )
    assert told(closed_item({"a": 30, "b": 70})) == [
        "Confidence: most often “b”, by 70% (95% interval 60% to 78%; 100 people)."
    ]
    assert told(number_summary([2, 4])) == ["Confidence: mean 3.00 (95% interval −9.71 to 15.71; 2 people)."]
    assert told(number_summary([2])) == ["Confidence: mean 2.00 (1 person)."]


def test_opposite_directions_are_said_beside_the_pooled_sentence():
    result = paired_scores(BEFORE, BEFORE + 1 + WAVES)

    assert told(result, warnings=(Caution.OPPOSITE_DIRECTIONS, Caution.FEW_RESPONSES))[1:] == [
        "Groups moved in opposite directions; the figure for all hides that."
    ]


@pytest.mark.parametrize("because", Because)
def test_every_reason_has_words(because):
    [sentence] = told(NotComputed(because=because, n=3, needed=10))

    assert sentence.startswith("Not computed, because ")


@pytest.mark.parametrize(
    ("d", "word"), [(0.1, "very small"), (-0.3, "small"), (0.5, "medium"), (-0.9, "large"), (0.79, "medium")]
)
def test_size_words_stand_beside_number_and_source(d, word):
    assert size_words(d) == f"d = {d:.2f}, {word} after Cohen 1988".replace("-", "−")


def test_p_words_have_three_decimals():
    assert [p_words(0.0004), p_words(0.0496), p_words(1)] == ["p < 0.001", "p = 0.050", "p = 1.000"]


COUNTRIES = np.tile(["ES", "RO", "PT"], 20)
LEVELS = np.tile([1.0, 2, 3], 20) + np.repeat([0.0, 1, 2, 0, 1], 12)


def test_several_groups_are_listed_from_the_highest_down():
    for test, size in ((several_group_scores, "eta²"), (several_group_ranks, "epsilon²")):
        result = test(LEVELS, COUNTRIES)
        parts = {name: number_summary(LEVELS[name == COUNTRIES]) for name in ("ES", "RO", "PT")}
        [sentence] = between_groups(result, beside={"groups": parts})
        assert sentence.startswith("Confidence differs between the groups (means: PT 3.80, RO 2.80, ES 1.80; " + size)


def test_a_hidden_group_is_not_listed():
    result = several_group_scores(LEVELS, COUNTRIES)
    [sentence] = between_groups(result, beside={"groups": {"ES": {"result": "withheld", "why": "small"}}})

    assert "RO 2.80" in sentence
    assert "ES" not in sentence


def test_several_waves_name_their_means():
    [sentence] = told(several_waves([BEFORE, BEFORE + 1, BEFORE + 1 + WAVES], waves=("pre", "post", "follow_up")))

    assert sentence.startswith(
        "Confidence differs between the waves (means pre 2.40, post 3.40, follow_up 3.40; Kendall's W = "
    )


def test_two_questions_together():
    related = crosstab([[30, 10], [10, 30]], rows=("a", "b"), columns=("c", "d"))
    apart = crosstab([[20, 20], [20, 20]], rows=("a", "b"), columns=("c", "d"))
    cross = partial(told, kind=BlockKind.CROSSTAB, other="age")

    assert cross(related) == ["Confidence and age go together (Cramér's V = 0.50; 80 people, adjusted p < 0.001)."]
    assert cross(apart)[0].startswith("Confidence and age: no clear connection (Cramér's V = 0.00;")


def test_associations_have_direction_and_strength():
    assert told(pearson(BEFORE, BEFORE + WAVES), other="age")[0].startswith(
        "Confidence and age rise together (r = 0.82, large after Cohen 1988; 95% interval 0.69 to 0.90;"
    )
    assert told(kendall(BEFORE, -BEFORE), other="age")[0].startswith(
        "Where Confidence is higher, age is lower (tau = −1.00; 40 people"
    )


def test_strata_that_turn_are_named():
    tables = [[[30, 10], [10, 30]], [[30, 10], [10, 30]], [[8, 12], [12, 8]]]
    told_all = told(stratified_odds(tables, names=("north", "south", "east")), beside={"strata_of": "region"})

    assert told_all[0].startswith("Confidence is said more often in the first group, within the strata (common odds")
    assert told_all[0].endswith("More often in north, south, less often in east.")
    assert told_all[1] == "Groups moved in opposite directions; the figure for all hides that."


def test_scales_weights_and_coders_are_told_with_their_numbers():
    columns = [BEFORE, BEFORE + WAVES, BEFORE]
    assert told(reliability(columns, codes=("a", "b", "c")))[0].startswith("Confidence: Cronbach's alpha 0.9")
    assert told(reliability(columns[:2], codes=("a", "b")))[0].startswith("Confidence: Spearman-Brown coefficient 0.9")
    weighting = rake({"sex": ["f"] * 30 + ["m"] * 10}, {"sex": {"f": 0.5, "m": 0.5}})
    assert told(weighting) == ["Weights between 0.67 and 2.00; design effect 1.33 after Kish 1965, effective n 30."]
    assert told(weighted_mean(BEFORE, weighting.weights))[0].startswith("Confidence: weighted mean 2.")
    assert told(cohen_kappa(["a", "b"] * 10, ["a", "b"] * 10))[0].startswith(
        "Confidence: both coders chose the same in 100% (kappa = 1.00;"
    )


def test_response_is_told_with_a_rate_only_where_a_list_exists():
    assert told(response_counts(started=40, complete=30)) == ["Confidence: 30 people answered to the end (40 began)."]
    assert told(response_counts(started=40, complete=30, invited=60))[0].startswith(
        "Confidence: 30 people answered to the end (60 invited; 40 began; response rate 50%, 95% interval"
    )


def test_a_withheld_result_says_only_that():
    small = {"result": {"result": "withheld", "why": "small", "minimum": 5}}
    beside = {"result": {"result": "withheld", "why": "beside", "minimum": 5}}

    assert sentences(small, name="Malta") == ["Malta: not shown, fewer than 5 people."]
    assert sentences(beside, name="Spain") == ["Spain: not shown, to protect another figure."]


def test_figures_that_are_left_out_of_a_result_are_not_told():
    ranks = findings_as_data(Block("b", BlockKind.COMPARE_PAIRED), [Finding("q", signed_ranks(BEFORE, BEFORE + 1))])[0]
    ranks["result"] |= dict.fromkeys(("higher", "same", "lower", "net_share", "interval"))
    assert sentences(ranks, name="Q") == [
        "Q rose (rank-biserial r = 1.00, large after Cohen 1988; 40 people, adjusted p < 0.001)."
    ]

    item = findings_as_data(Block("b", BlockKind.DESCRIBE_ITEM), [Finding("q", closed_item({"a": 9}, top=("a",)))])[0]
    item["result"]["top_two"] = {"withheld": "small"}
    assert sentences(item, name="Q") == ["Q: 9 people answered."]


def test_every_kind_of_result_has_its_phrase():
    def kinds(of: type) -> set[str]:
        return {each.__name__ for each in of.__subclasses__()}

    assert {"".join(part.title() for part in name.split("_")) for name in PHRASES} == kinds(Result)
