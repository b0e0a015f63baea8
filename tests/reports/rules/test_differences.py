from __future__ import annotations

from reports.rules.differences import Change, FigureChange, Run, figure_changes, text_changes


def test_text_changes_word_by_word():
    assert text_changes("We held two workshops.", "We held three good workshops.") == [
        Run(Change.SAME, "We held "),
        Run(Change.REMOVED, "two"),
        Run(Change.ADDED, "three good"),
        Run(Change.SAME, " workshops."),
    ]


def test_figure_changes_leave_out_what_stayed():
    before, after = {"Teachers": 10, "Students": 5, "Gone": 1}, {"Teachers": 12, "Students": 5, "New": 2}
    assert figure_changes(before, after) == [
        FigureChange("Teachers", 10, 12),
        FigureChange("Gone", 1, None),
        FigureChange("New", None, 2),
    ]
