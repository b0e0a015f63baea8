from impact_study.rules.exporting import SHEET_COLUMNS, SHEET_ROWS, sheet_problems


def test_a_sheet_holds_a_million_rows_with_its_heading():
    found = [sheet_problems(SHEET_ROWS - 1, 10), sheet_problems(SHEET_ROWS, 10), sheet_problems(1, SHEET_COLUMNS + 1)]

    assert [[problem.code for problem in problems] for problems in found] == [[], ["sheet_full"], ["sheet_full"]]
