import json

import pytest

from core.problems import ProblemsFound
from impact_study.enums import Linkage
from impact_study.rules.plan import Block, BlockKind, Plan
from impact_study.rules.plan_problems import plan_problems
from impact_study.rules.statistics.codes import Correction
from tests.impact_study.rules.simulated import CODEBOOK, SCALE

PLAN = Plan(
    waves=("pre", "post"),
    scales=(SCALE,),
    blocks=(
        Block("items", BlockKind.DESCRIBE_ITEM, ("conf_1", "helped"), breakdowns=("country",), weighted=True),
        Block("change", BlockKind.COMPARE_PAIRED, ("confidence",), exploratory=True),
        Block("arms", BlockKind.CHANGE_BETWEEN_GROUPS, ("confidence",), by="arm_of", reference="control"),
    ),
    linkage=Linkage.CODE,
    margins={"country": {"ES": 0.5, "IT": 0.5}},
)


def test_plan_comes_back_from_data_as_it_was():
    assert Plan.from_data(json.loads(json.dumps(PLAN.to_data()))) == PLAN


def test_plan_corrects_exploratory_blocks_for_false_discoveries():
    assert [block.correction for block in PLAN.blocks] == [
        Correction.HOLM,
        Correction.BENJAMINI_HOCHBERG,
        Correction.HOLM,
    ]


def test_plan_from_data_lists_all_that_is_wrong_at_its_place():
    data = {
        "waves": [],
        "blocks": [
            {"code": "A b", "kind": "guess", "variables": "conf_1", "exploratory": 1},
            {"code": "items", "kind": "describe_item", "by": 3, "colour": "red"},
        ],
        "scales": [{"code": "confidence", "items": ["a"], "minimum": "1"}],
        "linkage": "eyes",
        "margins": {"country": {"ES": 0.7}},
    }

    with pytest.raises(ProblemsFound) as found:
        Plan.from_data(data)

    assert sorted(problem.field for problem in found.value.problems) == [
        "blocks[0].code",
        "blocks[0].exploratory",
        "blocks[0].kind",
        "blocks[0].variables",
        "blocks[1].by",
        "blocks[1].colour",
        "linkage",
        "margins.country",
        "scales[0].minimum",
        "waves",
    ]


@pytest.mark.parametrize("data", [None, [], "plan", {"waves": ["pre"], "blocks": {}}, {"waves": 3, "blocks": [3]}])
def test_plan_from_data_of_another_shape_is_refused(data):
    with pytest.raises(ProblemsFound):
        Plan.from_data(data)


def test_plan_problems_are_none_where_everything_is_known():
    whole = Plan(PLAN.waves, (*PLAN.blocks[:2], Block("weights", BlockKind.WEIGHTS)), (SCALE,), margins=PLAN.margins)

    assert plan_problems(whole, CODEBOOK) == []


@pytest.mark.parametrize(
    ("block", "code", "field"),
    [
        (Block("b", BlockKind.DESCRIBE_ITEM, ("nobody",)), "plan_unknown", "blocks[0].variables"),
        (Block("b", BlockKind.DESCRIBE_ITEM, ("conf_1",), breakdowns=("colour",)), "plan_unknown", "blocks[0]."),
        (Block("b", BlockKind.DESCRIBE_ITEM, ("conf_1",), waves=("later",)), "plan_unknown", "blocks[0].waves"),
        (Block("b", BlockKind.RELIABILITY, ("conf_1",)), "plan_unknown", "blocks[0].variables"),
        (Block("b", BlockKind.DESCRIBE_SCORE, ("hired",)), "plan_kind", "blocks[0].variables"),
        (Block("b", BlockKind.COMPARE_PAIRED), "plan_lacks", "blocks[0].variables"),
        (Block("b", BlockKind.COMPARE_PAIRED, ("conf_1",), waves=("pre",)), "plan_lacks", "blocks[0].waves"),
        (Block("b", BlockKind.COMPARE_WAVES3, ("conf_1",)), "plan_lacks", "blocks[0].waves"),
        (Block("b", BlockKind.COMPARE_GROUPS, ("conf_1",)), "plan_lacks", "blocks[0].by"),
        (Block("b", BlockKind.STRATIFIED, ("hired",), by="country"), "plan_lacks", "blocks[0].strata"),
        (Block("b", BlockKind.WEIGHTS), "plan_lacks", "blocks[0].weighted"),
    ],
)
def test_plan_problems_name_the_place(block, code, field):
    found = plan_problems(Plan(("pre", "post"), (block,), (SCALE,)), CODEBOOK)

    assert [(problem.code, problem.field) for problem in found] == [(code, field)]


def test_plan_problems_of_scales_and_codes_used_twice():
    block = Block("b", BlockKind.WEIGHTS)
    odd = type(SCALE)("confidence", ("conf_1", "hired"), reversed_items=("conf_2",), minimum=5, maximum=5)

    found = plan_problems(Plan(("pre",), (block, block), (SCALE, odd), margins={"country": {"ES": 1}}), CODEBOOK)

    assert [problem.code for problem in found] == [
        "plan_code_twice",
        "plan_code_twice",
        "plan_unknown",
        "plan_reversed",
        "plan_range",
    ]
