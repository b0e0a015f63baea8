from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import settings as chances
from hypothesis import strategies as st

from impact_study.enums import QuestionType
from impact_study.rules.logic import truth
from impact_study.rules.xlsform.expressions import Known, NotTranslatedError, translated

KNOWN = {
    "age": Known("age", QuestionType.INTEGER),
    "role": Known("role", QuestionType.SINGLE, {"A-1": "a_1", "2": "2"}),
    "langs": Known("langs", QuestionType.MULTIPLE, {"es": "es", "ro": "ro"}),
    "name": Known("name", QuestionType.TEXT),
    "born": Known("born", QuestionType.DATE),
}
AGE, ROLE, LANGS, NAME = ("q", "age"), ("q", "role"), ("q", "langs"), ("q", "name")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("${age} >= 18", (">=", AGE, 18)),
        ("${age}>=18 and ${age}<65", ("and", (">=", AGE, 18), ("<", AGE, 65))),
        ("${role} = 'A-1'", ("=", ROLE, "a_1")),
        ("${role} = 2", ("=", ROLE, "2")),
        ("${age} = '18'", ("=", AGE, 18.0)),
        ("${role} != 'A-1'", ("or", ("is_missing", ROLE), ("!=", ROLE, "a_1"))),
        ("${age} != ''", ("not", ("is_missing", AGE))),
        ("'' = ${age}", ("is_missing", AGE)),
        ("selected(${langs}, 'es')", ("selected", LANGS, "es")),
        ("not(selected(${langs}, 'es'))", ("not", ("coalesce", ("selected", LANGS, "es"), False))),
        ("count-selected(${langs}) > 1", (">", ("coalesce", ("count_selected", LANGS), 0), 1)),
        ("string-length(.) <= 5", ("<=", ("coalesce", ("length", NAME), 0), 5)),
        ("regex(., '[a-z]+')", ("matches", NAME, "[a-z]+")),
        ("${age} * -1 + 2 div 4", ("+", ("*", AGE, -1), ("/", 2, 4))),
        ("(1 + 2) * 3", ("*", ("+", 1, 2), 3)),
        ("if(${age} > 17, 'yes', \"no\")", ("if", ("coalesce", (">", AGE, 17), False), "yes", "no")),
        ("today() - ${born} > 365", (">", ("date_diff", ("today",), ("q", "born")), 365)),
        ("${born} < date('2000-01-01')", ("<", ("q", "born"), "2000-01-01")),
        ("true() or false()", ("or", True, False)),
        ("coalesce(${age}, 0) > min(1, 2)", (">", ("coalesce", AGE, 0), ("min", 1, 2))),
        ("${age} > 1 or ${age} = 0 and true()", ("or", (">", AGE, 1), ("and", ("=", AGE, 0), True))),
    ],
)
def test_expressions_of_the_stated_part_become_trees(text, tree):
    assert translated(text, KNOWN, "name") == tree


@pytest.mark.parametrize(
    "text",
    [
        "", "${gone} = 1", "${age} mod 2", "once(1)", "${age} >", "(1", "1)", "1 2", "'open", "${langs} = 'es'",
        "${role} = 'B'", "${age} = 'x'", "regex(., '(?=a)')", "regex(., ${name})", "selected(${gone}, 'x')", "a",
        "../age", "${age} | 1", "selected('es', 'es')", "not()", "(" * 400, "1 " * 2000,
    ],
)  # fmt: skip
def test_everything_else_is_refused_with_a_reason(text):
    with pytest.raises(NotTranslatedError) as found:
        translated(text, KNOWN, "name")

    assert str(found.value)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("${role} != 'A-1'", True),
        ("${role} = 'A-1'", False),
        ("not(${role} = 'A-1')", True),
        ("${age} < 5", False),
        ("not(selected(${langs}, 'es'))", True),
        ("count-selected(${langs}) = 0", True),
        ("${name} = ''", True),
        ("${name} != ''", False),
        ("not(${age} > 3 and true())", True),
    ],
)
def test_without_answers_they_hold_as_they_hold_in_xlsform(text, shown):
    assert (truth(translated(text, KNOWN), {}, date(2026, 3, 1)) is True) == shown


@chances(deadline=None)
@given(st.text("${}age role'()=!<> and or not selected,.0129+-*", max_size=60))
def test_any_text_is_a_tree_or_a_reason(text):
    with suppress(NotTranslatedError):
        translated(text, KNOWN, "name")
