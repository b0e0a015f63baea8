from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.problems import ProblemsFound
from impact_study.enums import QuestionType
from impact_study.rules.definition import definition_problems, read_definition
from impact_study.rules.xlsform.building import import_xlsform
from tests.impact_study.rules.xlsform.files import CHOICES, SETTINGS, SURVEY, csv_file, table, xlsx

WHOLE = xlsx(survey=SURVEY, choices=CHOICES, settings=SETTINGS)


def imported(survey, choices=CHOICES, **more):
    return import_xlsform(xlsx(survey=survey, choices=choices), name="form.xlsx", **more)


def refused(data, name="form.xlsx", **more):
    with pytest.raises(ProblemsFound) as found:
        import_xlsform(data, name=name, **more)
    return [(problem.code, problem.field, problem.row) for problem in found.value.problems]


def test_a_form_becomes_a_questionnaire_that_can_be_published():
    form = import_xlsform(WHOLE, name="form.xlsx")
    asked = form.definition

    assert definition_problems(asked, form.texts["en"], "en") == []
    assert read_definition(asked.as_data()) == asked
    assert (asked.code, asked.base_language, asked.languages) == ("work_one", "en", ("en", "fr"))
    assert [(page.code, [item.code for item in page.items]) for page in asked.pages] == [
        ("page", ["works"]),
        ("job", ["hours", "tasks"]),
        ("page_2", ["yearly", "why", "thanks"]),
    ]
    assert [(one.code, one.type) for one in asked.questions] == [
        ("works", QuestionType.SINGLE),
        ("hours", QuestionType.INTEGER),
        ("tasks", QuestionType.MULTIPLE),
        ("yearly", QuestionType.COMPUTED),
        ("why", QuestionType.LONG_TEXT),
    ]


def test_conditions_become_trees_and_groups_hand_theirs_down():
    asked = import_xlsform(WHOLE, name="form.xlsx").definition
    works = ("=", ("q", "works"), "yes")

    assert asked.question("hours").relevant == works
    assert asked.question("tasks").relevant == ("and", works, (">", ("q", "hours"), 5))
    assert asked.question("hours").constraint == ("and", (">=", ("q", "hours"), 0), ("<=", ("q", "hours"), 80))
    assert asked.question("yearly").calculation == ("*", ("q", "hours"), 46)
    assert asked.question("why").relevant == ("or", ("is_missing", ("q", "works")), ("!=", ("q", "works"), "yes"))


def test_texts_come_in_every_language_of_the_form():
    texts = import_xlsform(WHOLE, name="form.xlsx").texts

    assert (texts["en"]["q.works"], texts["fr"]["q.works"]) == ("Do you work?", "Travaillez-vous ?")
    assert (texts["en"]["page.job"], texts["fr"]["list.yn.no"]) == ("Your job", "Non")
    assert texts["en"]["q.hours.constraint"] == "Between 0 and 80"


def test_the_report_names_what_was_changed_and_what_was_not_kept_with_its_row():
    report = import_xlsform(WHOLE, name="form.xlsx").report

    assert [(line.fate, line.sheet, line.row, line.what) for line in report if line.fate != "kept"] == [
        ("changed", "survey", 2, "Works"),
        ("changed", "survey", 2, "Works"),
        ("changed", "survey", 3, "job"),
        ("not_kept", "survey", 9, "where"),
        ("changed", "choices", 4, "tasks: Sell-1"),
    ]
    assert [line.what for line in report if line.fate == "kept"] == [
        "Works", "hours", "tasks", "yearly", "why", "thanks",
    ]  # fmt: skip


def test_other_brings_a_list_of_its_own_with_the_choice_other():
    asked = import_xlsform(WHOLE, name="form.xlsx").definition

    assert asked.question("tasks").other
    assert [choice.code for choice in asked.choices_of(asked.question("tasks"))] == ["sell_1", "make", "other"]
    assert [choice.code for choice in asked.choices_of(asked.question("works"))] == ["yes", "no"]


def test_the_same_form_as_csv_is_the_same_questionnaire():
    written = csv_file(survey=SURVEY, choices=CHOICES, settings=SETTINGS)

    assert import_xlsform(written, name="form.csv").definition == import_xlsform(WHOLE, name="form.xlsx").definition


def test_a_language_without_a_code_is_asked_for():
    survey = "type | name | label::Français | label::English (en)\ntext | a | Nom | Name"

    assert refused(xlsx(survey=survey)) == [("language_code", "Français", None)]
    form = imported(survey, languages={"Français": "fr"})
    assert (form.texts["fr"]["q.a"], form.texts["en"]["q.a"]) == ("Nom", "Name")


def test_labels_that_name_no_language_are_in_the_base_language():
    form = imported("type | name | label\ntext | a | Nombre", base="es")

    assert form.definition.languages == ("es",)
    assert form.texts == {"es": {"q.a": "Nombre", "meta.title": "form"}}


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("text | b | B | ${a} mod 2 = 1", "b: condition"),
        ("text | b | B | once(${a}) = 1", "b: condition"),
        ("text | b | B | ${a} = ", "b: condition"),
        ("audio | b | B |", "b"),
        ("selekt yn | b | B |", "b"),
        ("start | b | |", "b"),
    ],
)
def test_what_cannot_be_kept_is_told(row, what):
    form = imported(f"type | name | label | relevant\ninteger | a | A |\n{row}")

    assert what in [line.what for line in form.report if line.fate == "not_kept"]


def test_columns_and_sheets_without_a_place_are_told():
    survey = "type | name | label | media::image\ntext | a | A | cat.png"

    form = import_xlsform(xlsx(survey=survey, notes="anything | else"), name="form.xlsx")

    assert [(line.sheet, line.row, line.what) for line in form.report if line.fate == "not_kept"] == [
        ("survey", 2, "media::image"),
        ("notes", None, "notes"),
    ]


def test_questions_asked_several_times_are_told_one_by_one():
    form = imported(
        "type | name | label\ntext | a | A\nbegin_repeat | kids | Children\ninteger | age | Age\nend_repeat | |"
    )

    assert [(line.row, line.what) for line in form.report if line.fate == "not_kept"] == [(3, "kids"), (4, "age")]


WIDE = [["type", "name", "label", *[None] * 250, None], ["text", "a", "A", *[None] * 250, None]]


def test_empty_columns_and_rows_do_no_harm():
    rows = [*WIDE, *[[None]] * 500, ["text", "b", "B"]]

    form = import_xlsform(xlsx(survey=rows), name="form.xlsx")

    assert [line.row for line in form.report if line.fate == "kept"] == [2, 503]


@pytest.mark.parametrize(
    ("data", "name", "problems"),
    [
        (b"", "form.xlsx", [("empty_file", "", None)]),
        (WHOLE, "form.csv", [("wrong_extension", "", None)]),
        (b"%PDF-1.7", "form.xlsx", [("file_pdf", "", None)]),
        (b"PK\x03\x04broken", "form.xlsx", [("file_broken", "", None)]),
        (xlsx(other="a | b"), "form.xlsx", [("no_survey", "", None)]),
        (xlsx(survey="type | name | label"), "form.xlsx", [("no_survey", "", None)]),
        (xlsx(survey="kind | name | label\ntext | a | A"), "form.xlsx", [("form_refused", "survey", None)]),
        (xlsx(survey="type | name | label | label\ntext | a | A | B"), "form.xlsx", [("column_twice", "survey", 1)]),
        (xlsx(survey="type | name | label\nselect_one gone | a | A"), "form.xlsx", [("form_refused", "choices", None)]),
        (xlsx(survey="type | name | label\nselect_one gone | a | A", choices=CHOICES), "form.xlsx", [("form_refused", "survey", 2)]),
        (xlsx(survey="type | name | label\ncalculate | a |"), "form.xlsx", [("form_refused", "survey", 2)]),
        (xlsx(survey="type | name | label\n\ntext | a | A\ntext | a | B"), "form.xlsx", [("form_refused", "survey", 4)]),
        (xlsx(survey="type | name | label\nbegin_group | g | G\ntext | a | A"), "form.xlsx", [("form_refused", "survey", 2)]),
        (xlsx(survey="type | name | label\ntext | 1 a | A"), "form.xlsx", [("form_refused", "survey", 2)]),
        (xlsx(survey="type | name | label\ngeopoint | a | A"), "form.xlsx", [("no_questions", "survey", None)]),
        (xlsx(survey=[["type", "name", "label"], *[["note", f"n{n}", "x"] for n in range(3001)]]), "form.xlsx", [("too_many_rows", "", None)]),
    ],
)  # fmt: skip
def test_bad_files_are_refused_with_a_message(data, name, problems):
    assert refused(data, name) == problems


def test_deeply_nested_groups_do_not_break_the_reader():
    begins = "\n".join(f"begin_group | g{n} | G" for n in range(200))
    ends = "\n".join("end_group | |" for _ in range(200))

    form = imported(f"type | name | label\n{begins}\ntext | a | A\n{ends}")

    assert [one.code for one in form.definition.questions] == ["a"]


def test_codes_texts_and_numbers_are_cleaned():
    rows = table("type | name | label\nrange | Größe.1 | A\u202eB")
    form = import_xlsform(xlsx(survey=[[*rows[0], "parameters"], [*rows[1], "start=0 end=5 step=0.5"]]), name="f.xlsx")
    asked = form.definition.questions[0]

    assert (asked.code, asked.low, asked.high, asked.step) == ("grosse_1", 0, 5, 0.5)
    assert form.texts["en"]["q.grosse_1"] == "AB"


CELLS = st.sampled_from(
    [
        "text", "integer", "select_one yn", "select_multiple tasks or_other", "rank yn", "range", "calculate", "note",
        "begin_group", "end_group", "begin_repeat", "end_repeat", "geopoint", "", "a", "b", "A b", "1", "yes", "${a}", "${b} != 1",
        "selected(${a}, 'yes')", "(", "<b>x</b>", "=1+1", "start=x end=", "\u202e", "or_other", "select_one", "yes no", "0.5",
    ]
)  # fmt: skip
HEADINGS = [
    "type",
    "name",
    "label",
    "relevant",
    "constraint",
    "calculation",
    "default",
    "required",
    "parameters",
    "hint",
]


KINDS = st.sampled_from(
    [
        "text", "integer", "decimal", "select_one yn", "select_multiple tasks", "select_one yn or_other", "rank yn",
        "range", "date", "note", "acknowledge", "image", "geopoint", "strange",
    ]
)  # fmt: skip
LOGIC = st.sampled_from(
    [
        "", "${n0} = 1", "${n0} != 'yes'", "${n1} > 3 and ${n0} < 2", "selected(${n1}, 'yes')", "not(${n0} = '')",
        "count-selected(${n0}) > 1", ". > 5", "(", "mod", "today() - ${n0} > 3", "regex(., '[a-z]+')", "if(${n0} = 'no', 1, 2) = 1",
    ]
)  # fmt: skip
LOOSE = st.lists(st.lists(CELLS, min_size=10, max_size=10), min_size=1, max_size=8)
LIKELY = st.lists(
    st.tuples(KINDS, st.sampled_from(["", "A", "${n0}"]), LOGIC, LOGIC, CELLS, CELLS, CELLS, CELLS),
    min_size=2,
    max_size=8,
).map(
    lambda rows: [
        [kind, f"n{place}", label, relevant, constraint, "", default, required, parameters, hint]
        for place, (kind, label, relevant, constraint, default, required, parameters, hint) in enumerate(rows)
    ]
)


@settings(max_examples=150, deadline=None)
@given(LOOSE | LIKELY)
def test_any_table_is_a_questionnaire_or_a_list_of_problems(rows):
    survey = "\n".join(" | ".join(row) for row in [HEADINGS, *rows])
    try:
        form = import_xlsform(csv_file(survey=survey, choices=CHOICES), name="form.csv")
    except ProblemsFound as found:
        assert all(str(problem.message) for problem in found.problems)  # noqa: PT017
    else:
        assert read_definition(form.definition.as_data()) == form.definition
        definition_problems(form.definition, form.texts["en"], "en")
        told = {line.row for line in form.report if line.sheet == "survey"}
        filled = {place for place, row in enumerate(rows, start=3) if row[1] and "end" not in row[0]}
        assert filled <= told


def test_an_old_excel_file_is_read_like_a_new_one():
    data = (Path(__file__).parents[3] / "samples" / "xlsform.xls").read_bytes()

    assert import_xlsform(data, name="form.xls").definition == import_xlsform(WHOLE, name="form.xlsx").definition


def test_pictures_and_files_are_asked_for_with_the_kinds_the_form_names():
    survey = """
type  | name  | label  | body::accept | parameters
image | photo | A photo |             | max-pixels=800
file  | plan  | A plan | .pdf,.docx   |
file  | both  | Any    |              |
"""
    found = imported(survey)

    asked = {one.code: (str(one.type), [str(kind) for kind in one.file_kinds]) for one in found.definition.questions}
    assert asked == {"photo": ("file", ["pictures"]), "plan": ("file", ["documents"]), "both": ("file", [])}
    assert [(line.row, line.what) for line in found.report if line.fate == "not_kept"] == [(2, "parameters")]
