import pytest

from impact_study.enums import TextState
from impact_study.rules.texts import Standing, kept_text, progress_of, source_hash


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Plain words \u202e", "Plain words"),
        ("A & B, 3 < 4", "A & B, 3 < 4"),
        ("<b>Bold</b> <script>alert(1)</script>", "<b>Bold</b>"),
        ('<a href="https://example.org" onclick="x()">here</a>', '<a href="https://example.org">here</a>'),
        ('<a href="javascript:x()">here</a>', "<a>here</a>"),
        ("e\u0301", "é"),
        ("<style>p{}</style><p>Words</p>", "<p>Words</p>"),
    ],
)
def test_kept_text_holds_no_more_than_the_allowed_markup(typed, kept):
    assert kept_text(typed) == kept
    assert kept_text(kept) == kept


def test_standing_is_outdated_when_its_source_changed_and_says_what():
    row = Standing(
        "q.a", "How is your new work?", "¿…?", TextState.REVIEWED, source_hash("How is your work?"), "How is your work?"
    )
    assert row.is_outdated
    assert row.changes == [("same", "How is your"), ("new", "new"), ("same", "work?")]


def test_progress_counts_states_and_what_has_no_text_is_missing():
    rows = [
        Standing("a", "A"),
        Standing("b", "B", "b", TextState.MACHINE, source_hash("B")),
        Standing("c", "C", "c", TextState.APPROVED, source_hash("C")),
        Standing("d", "D", "", TextState.DRAFT),
    ]
    found = progress_of("es", rows)
    assert (found.missing, found.done, found.total, found.is_reviewed) == (2, 1, 4, False)
