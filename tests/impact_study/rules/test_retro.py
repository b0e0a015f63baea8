from impact_study.enums import WaveKind
from impact_study.instruments import bank, build_instrument
from impact_study.rules.retro import asked_twice
from network.enums import RespondentGroup
from tests.impact_study.rules.questionnaires import definition, page, question


def test_only_what_is_asked_before_and_after_is_asked_about_the_time_before():
    built = build_instrument(RespondentGroup.STUDENT, WaveKind.POST).definition

    both = {item.question_code for item in bank() if item.code.startswith("STU") and WaveKind.PRE in item.waves}

    assert asked_twice(built) == both
    assert "stu_31" not in both


def test_without_marks_the_items_of_scales_are_asked_twice():
    scale = {"code": "s", "items": ["a"]}

    assert asked_twice(definition(page("p", question("a", "rating"), question("b", "rating")), scales=[scale])) == {"a"}
