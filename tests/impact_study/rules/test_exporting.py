from impact_study.rules.codebook import Asked, codebook
from impact_study.rules.columns import frame
from impact_study.rules.exporting import SHEET_COLUMNS, SHEET_ROWS, cell, columns_of, sheet_problems
from impact_study.rules.statistics.summaries import number_summary
from tests.impact_study.rules.questionnaires import definition, page, question

FILE = {"id": "5f0c2d1e-1111-4222-8333-444455556666", "name": "ana.pdf", "size": 9, "sha256": "0a" * 32}
FACTS = {"wave": "pre", "group": "student", "partner": "One"}


def sheet(answers, missing):
    rest = dict.fromkeys(("country", "language", "organisation", "code", "day", "seconds"))
    return {**FACTS, **rest, "answers": answers, "missing": missing}


def file_book():
    return codebook("io1", [Asked("student", "pre", 1, definition(page("p", question("plan", "file"))), {})])


def test_a_sheet_holds_a_million_rows_with_its_heading():
    found = [sheet_problems(SHEET_ROWS - 1, 10), sheet_problems(SHEET_ROWS, 10), sheet_problems(1, SHEET_COLUMNS + 1)]

    assert [[problem.code for problem in problems] for problems in found] == [[], ["sheet_full"], ["sheet_full"]]


def test_of_files_an_export_tells_their_number_and_never_a_name():
    (column,) = columns_of(file_book())
    sent, silent = sheet({"plan": [FILE, FILE]}, {}), sheet({}, {"plan": "no_answer"})

    told = [cell(column, sent), cell(column, sent, "en"), cell(column, silent), cell(column, silent, "en")]

    assert told == [2, "2 files", "no_answer", "no_answer"]


def test_a_snapshot_holds_the_number_of_files_and_the_reasons_for_none():
    sheets = [sheet({"plan": [FILE]}, {}), sheet({}, {"plan": "prefer_not_to_say"}), sheet({"plan": [FILE, FILE]}, {})]

    found = frame(file_book(), sheets)

    assert found["plan"].to_list() == [1.0, None, 2.0]
    assert found["plan__missing"].to_list() == [None, "prefer_not_to_say", None]
    assert "ana.pdf" not in str(found.rows())
    assert number_summary(found["plan"].to_numpy(), missing={"prefer_not_to_say": 1}).n == 2
