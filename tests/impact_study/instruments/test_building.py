import pytest

from impact_study.enums import WaveKind
from impact_study.instruments import bank, build_instrument
from impact_study.rules.definition import Matrix, definition_problems, read_definition
from network.enums import RespondentGroup


def waves_of(group):
    asked = {wave for item in bank() if item.group == group for wave in item.waves}
    return [wave for wave in WaveKind if wave in asked]


BUILT = [(group, wave) for group in RespondentGroup for wave in waves_of(group)]
PARTNERS = {"p1": "Partner Uno (example)", "p2": "Partner Doi (example)"}
STUDENT = RespondentGroup.STUDENT


def items_of(definition):
    """How many items of the bank are asked; a question in several parts is one of them."""
    return len({one.concept.split("_2")[0] for one in definition.questions if one.scale_role != "filter"})


def test_the_bank_holds_every_item_in_both_languages():
    items = bank()

    assert len(items) == 115
    assert [item.code for item in items if not all(item.texts[language].strip() for language in ("en", "es"))] == []
    assert [item.code for item in items if item.texts["en"] == item.texts["es"]] == []
    assert [item.code for item in items if item.reversed] == ["STU-15"]
    assert items[0].tags == ("E02", "E04", "Q06", "L2")


def test_every_group_has_the_waves_of_its_items():
    assert {group.value: [wave.value for wave in waves_of(group)] for group in RespondentGroup} == {
        "student": ["pre", "post", "follow_up", "retro_pre"],
        "enterprise": ["pre", "post", "retro_pre"],
        "trainer": ["pre", "post", "retro_pre"],
        "teacher": ["pre", "post", "retro_pre"],
        "director": ["pre", "post", "yearly", "retro_pre"],
        "public_body": ["pre", "post", "retro_pre"],
    }


@pytest.mark.parametrize(("group", "wave"), BUILT)
def test_every_questionnaire_can_be_published_in_both_languages(group, wave):
    built = build_instrument(group, wave, PARTNERS)

    for language in ("en", "es"):
        assert definition_problems(built.definition, built.texts[language], language) == []
    assert read_definition(built.definition.as_data()) == built.definition


@pytest.mark.parametrize(("group", "wave"), BUILT)
def test_no_questionnaire_is_longer_than_agreed(group, wave):
    definition = build_instrument(group, wave).definition

    assert items_of(definition) <= (30 if group == STUDENT else 20)
    assert max(len(page.questions) for page in definition.pages) <= (12 if wave == WaveKind.RETRO_PRE else 6)


def test_students_afterwards_are_asked_thirty_items_on_short_pages():
    built = build_instrument(STUDENT, WaveKind.POST)

    assert items_of(built.definition) == 30
    assert [page.code for page in built.definition.pages] == [
        "about_placement", "about_place", "about_you", "confidence_1", "confidence_2", "orientation_3",
        "quality_4", "quality_5", "overall_6", "overall_6_2",
    ]  # fmt: skip
    assert [(scale.code, scale.reversed) for scale in built.definition.scales] == [
        ("work_confidence", ()),
        ("work_confidence_abroad", ()),
        ("career_orientation", ("stu_15",)),
        ("placement_quality", ()),
    ]


def test_does_not_apply_is_a_reason_and_no_value():
    definition = build_instrument(STUDENT, WaveKind.PRE).definition

    choices = definition.choices_of(definition.question("stu_01"))

    assert [(choice.code, choice.value, choice.missing) for choice in choices] == [
        ("1", 1, None), ("2", 2, None), ("3", 3, None), ("4", 4, None), ("5", 5, None),
        ("na", None, "not_applicable"),
    ]  # fmt: skip


def test_items_of_transnational_placements_are_shown_only_there():
    definition = build_instrument(STUDENT, WaveKind.PRE).definition

    conditional = {one.code: one.relevant for one in definition.questions if one.relevant is not None}

    condition = ("=", ("q", "level"), "transnational")
    assert conditional == {"stu_07": condition, "stu_10": condition}


def test_the_retrospective_form_asks_before_and_today_beside_each_other():
    built = build_instrument(STUDENT, WaveKind.RETRO_PRE)
    page = built.definition.page("orientation_3")

    assert [(one.code, [row.code for row in one.rows][:2]) for one in page.items if isinstance(one, Matrix)] == [
        ("table_3_before", ["stu_11", "stu_12"]),
        ("table_3_today", ["stu_11_today", "stu_12_today"]),
    ]
    assert built.texts["en"]["stem.agree5.before"].startswith("Thinking back to before the placement")


def test_adults_and_companies_are_asked_in_their_own_words():
    company = build_instrument(RespondentGroup.ENTERPRISE, WaveKind.PRE).texts
    student = build_instrument(STUDENT, WaveKind.PRE).texts

    assert (student["es"]["q.sector"], company["es"]["q.sector"]) == (
        "¿A qué sector pertenece la empresa de acogida?",
        "¿A qué sector pertenece su empresa?",
    )
    assert student["es"]["stem.agree5"] != company["es"]["stem.agree5"]
    assert company["en"]["list.country.cz"] == "Czechia"
