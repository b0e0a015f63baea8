"""What holds for whatever people send, whatever a questionnaire asks."""

from datetime import date

from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import settings as chances
from hypothesis import strategies as st

from impact_study.enums import Missing
from impact_study.rules.answers import next_page, progress, read_page, settle
from impact_study.rules.answers.checking import value_fault
from tests.impact_study.rules.questionnaires import definition, page, question

TODAY = date(2026, 3, 1)
SLOWLY = chances(deadline=None)
KINDS = {
    "single": {"choices": "agree"},
    "multiple": {"choices": "colours", "other": True},
    "ranking": {"choices": "colours"},
}
PLAIN = "rating number integer text long_text date month time consent linkage_code file".split()  # noqa: SIM905
EVERY = definition(
    page("all", *(question(f"of_{kind}", kind, **KINDS.get(kind, {})) for kind in [*KINDS, *PLAIN])),
)
WORDS = st.text(max_size=30) | st.sampled_from(
    [
        "1",
        "2",
        "na",
        "red",
        "blue",
        "none",
        "other",
        "3,5",
        "1.234,5",
        "-7",
        "2019-02-05",
        "5.2.2019",
        "8:30",
        "yes",
        "no",
    ]
)
SENT = st.dictionaries(
    st.sampled_from([one.code for one in EVERY.questions]) | st.sampled_from(["of_multiple__other", "of_ranking__red"]),
    st.lists(WORDS, max_size=3),
)


@SLOWLY
@given(SENT, st.sampled_from(["en", "es", "fi", "cs"]))
def test_whatever_is_sent_only_fitting_values_are_kept(raw, language):
    reading = read_page(EVERY, EVERY.pages[0], raw, today=TODAY, known={}, language=language)

    questions = [one for one in EVERY.questions if one.code in reading.values]
    assert [one.code for one in questions if value_fault(EVERY, one, reading.values[one.code])] == []
    assert {one.code for one in EVERY.questions} == (
        reading.values.keys() & EVERY.by_code.keys()
    ) | reading.missing.keys()
    assert reading.values.keys().isdisjoint(reading.missing)
    assert settle(EVERY, reading.values, reading.missing, today=TODAY).answers == reading.values


@SLOWLY
@given(st.dictionaries(st.text(max_size=12) | st.sampled_from(sorted(EVERY.by_code)), st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=2), max_leaves=4,
)))  # fmt: skip
def test_settling_takes_any_json_and_what_it_keeps_stays(values):
    first = settle(EVERY, values, {}, today=TODAY)
    again = settle(EVERY, first.answers, first.missing, today=TODAY)

    assert (again.answers, again.missing, again.problems) == (first.answers, first.missing, [])


@SLOWLY
@given(
    st.integers(-(10**9), 10**9) | st.decimals(-(10**6), 10**6, places=2),
    st.sampled_from(["en", "es", "it", "de", "nl", "pt"]),
)
def test_numbers_written_by_a_language_are_read_by_it(number, language):
    asked = definition(page("p", question("n", "number")))
    written = format_decimal(number, locale=language, decimal_quantization=False)

    reading = read_page(asked, asked.pages[0], {"n": [written]}, today=TODAY, known={}, language=language)

    assert reading.values["n"] == float(number)


@SLOWLY
@given(st.dates(), st.sampled_from(["{d}.{m}.{y}", "{d}/{m}/{y}", "{y}-{m}-{d}", "{d} - {m} - {y}"]))
def test_days_written_in_figures_are_read(day, form):
    asked = definition(page("p", question("day", "date")))
    written = form.format(d=f"{day.day:02d}", m=f"{day.month:02d}", y=f"{day.year:04d}")

    assert read_page(asked, asked.pages[0], {"day": [written]}, today=TODAY, known={}).values["day"] == day.isoformat()


def condition(codes):
    """A condition over questions that were asked before."""
    tested = st.sampled_from(codes).flatmap(
        lambda code: st.sampled_from(
            [
                ["=", ["q", code], "1"],
                ["!=", ["q", code], "2"],
                ["is_missing", ["q", code]],
                ["not", ["=", ["q", code], "1"]],
            ]
        )
    )
    return tested | st.tuples(st.sampled_from(["and", "or"]), tested, tested).map(list)


@st.composite
def branching(draw):
    """A questionnaire whose pages and questions hang on what stands before them."""
    pages, codes = [], []
    for number in range(draw(st.integers(2, 6))):
        items = []
        for place in range(draw(st.integers(1, 2))):
            code = f"q{number}_{place}"
            more = {"relevant": draw(condition(codes))} if codes and draw(st.booleans()) else {}
            items.append(question(code, "single", choices="agree", **more))
            codes.append(code)
        before = [code for code in codes if not code.startswith(f"q{number}_")]
        more = {"relevant": draw(condition(before))} if before and draw(st.booleans()) else {}
        pages.append(page(f"p{number}", *items, **more))
    return definition(*pages)


@SLOWLY
@given(branching(), st.data())
def test_going_through_page_by_page_comes_to_what_settling_says(asked, data):
    values, missing, after, percents, seen = {}, {}, None, [], []
    while found := next_page(asked, after, values, TODAY):
        percents.append(progress(asked, found, values, TODAY))
        raw = {one.code: [data.draw(st.sampled_from(["1", "2", "na", ""]))] for one in found.questions}
        reading = read_page(asked, found, raw, today=TODAY, known=values)
        values |= reading.values
        missing |= reading.missing
        after = found.code
        seen.append(after)

    settled = settle(asked, values, missing, today=TODAY)

    assert percents == sorted(percents)
    assert percents[:1] in ([0], [])
    assert settled.problems == []
    assert settled.answers == values
    assert {code: reason for code, reason in settled.missing.items() if code in missing} == missing
    hidden = {one.code for one_page in asked.pages if one_page.code not in seen for one in one_page.questions}
    assert {settled.missing[code] for code in hidden} <= {Missing.NOT_SHOWN}
