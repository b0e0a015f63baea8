"""How the printed findings are put together from protected results."""

from types import SimpleNamespace

from impact_study.rules.result_names import Names
from impact_study.rules.study_document.answers import answer_blocks, answer_sheet
from impact_study.rules.study_document.matching import matching_sheet
from impact_study.rules.study_document.sections import by_group
from impact_study.rules.study_document.statement import statement

WORDS = {"doubt": ("Never", "Sometimes", "Always"), "skill": ("No", "Partly", "Yes"), "work": ("No", "Partly", "Yes")}


def entry(column, words, *, ordered=True):
    choices = [
        {"code": str(place), "label": {"en": word}, "missing": False, "value": place if ordered else None}
        for place, word in enumerate(words, 1)
    ]
    return {"column": column, "label": {"en": column.title()}, "choices": choices}


NAMES = Names({"variables": [*(entry(*each) for each in WORDS.items()), entry("trade", "abc", ordered=False)]})


def told(count):
    return {"count": count, "share": count / 100, "interval": {"low": 0.1, "high": 0.3}}


def item(variable, counts, *, wave="post", group="student", kind="describe_item"):
    choices = {str(place): told(n) if n else {"withheld": "small"} for place, n in enumerate(counts, 1)}
    result = {"result": "closed_item", "choices": choices, "top_two": {"share": 0.4, "interval": {"low": 0, "high": 1}}}
    return {
        "key": variable, "block": "items", "kind": kind, "variable": variable, "waves": [], "groups": [group], "n": 100,
        "where": {"wave": wave}, "result": result, "exploratory": False, "p_adjusted": None,
    }  # fmt: skip


def material(results=()):
    return SimpleNamespace(names=NAMES, minimum=5, trace="run 1", run_on=None, results=results)


def test_agreement_is_drawn_together_only_where_people_read_the_same_answers():
    found = [item(name, (20, 30, 50), wave=wave) for name in WORDS for wave in ("pre", "post")]

    drawn = [block.spec for block in answer_blocks(found, "Students", material())]

    assert [(spec.categories, spec.series) for spec in drawn] == [
        (("Doubt · Before", "Doubt · After"), WORDS["doubt"]),
        (("Skill · Before", "Skill · After", "Work · Before", "Work · After"), WORDS["skill"]),
    ]


def test_questions_without_a_row_to_draw_are_told_by_their_highest_answers():
    (sheet,) = answer_blocks([item("skill", (0, 0, 50)), item("doubt", (0, 30, 0))], "Students", material())

    assert [row[:4] for row in sheet.rows] == [("“Skill”", "After", "100", "40%"), ("“Doubt”", "After", "100", "40%")]


def test_answers_of_few_people_stand_together_in_one_row():
    waves = [item("trade", (60, 0, 0), wave="pre"), item("trade", (70, 0, 30))]

    sheet = answer_sheet(waves, "Students", material())

    assert sheet.head == ("Answer", "Before (n = 100)", "After (n = 100)")
    assert sheet.rows == [
        ("a", "60 (60%)", "70 (70%)"),
        ("c", "hidden", "30 (30%)"),
        ("1 other answer", *["hidden"] * 2),
    ]


def test_groups_and_waves_stand_in_their_order():
    mixed = [
        item("skill", (1,), group=group, wave=wave) for wave in ("post", "pre") for group in ("director", "student")
    ]

    found = [(name, [each["where"]["wave"] for each in mine]) for name, mine in by_group(material(mixed))]

    assert found == [("Students", ["pre", "post"]), ("Directors of VET providers", ["pre", "post"])]


def test_statement_tells_how_many_rose_and_fell():
    def change(value, p):
        result = {"result": "paired_scores", "difference": value, "interval": {"low": value - 0.1, "high": value + 0.1}}
        return {"kind": "compare_paired", "result": result, "p_adjusted": p}

    up, down, same = change(1, 0.01), change(-1, 0.01), change(0, 0.9)
    assert [statement(found) for found in ([up, same], [up, down], [down], [same], [item("skill", (1,))])] == [
        "1 of 2 rose clearly", "1 of 2 rose clearly, 1 fell clearly", "1 of 1 fell clearly", "None of 1 changed clearly",
        "",
    ]  # fmt: skip


def test_matching_of_self_made_codes_is_told_by_wave_and_hides_few_people():
    told = SimpleNamespace(
        names=NAMES, minimum=5,
        matching=[{"group": "student", "wave": "post", "first": "pre", "exact": 1040, "tolerant": 12, "ambiguous": None,
                   "unmatched": None, "duplicates": 0}],
    )  # fmt: skip

    assert matching_sheet(told).rows == [("Students", "After", "1\u00a0040", "12", "–", "–", "0")]
