from impact_study.rules.codebook import KNOWN_BESIDE, Asked, codebook
from impact_study.rules.definition import read_definition
from impact_study.rules.exporting import FACTS, LAST
from tests.impact_study.rules.questionnaires import document, page, question


def test_a_question_named_like_a_fact_gets_another_column():
    asked = read_definition(document(page("you", question("country", "text"), question("age", "integer"))))

    book = codebook("io1", [Asked("student", "pre", 1, asked, {})])

    assert [(each["code"], each["column"]) for each in book["variables"]] == [
        ("country", "country__answer"), ("age", "age"),
    ]  # fmt: skip


def test_what_is_known_beside_answers_names_every_fact():
    from impact_study.rules.columns import FACTS as IN_SNAPSHOTS  # loads a heavy library

    assert {*FACTS, LAST, *IN_SNAPSHOTS} == KNOWN_BESIDE
