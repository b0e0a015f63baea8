"""A sheet of responses read whole, with a report of every part."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from core.problems import Problem
from core.sheets import Table
from core.text import fold
from impact_study.enums import QuestionType
from impact_study.rules.importing.columns import PASSED_OVER, Asked, Place, places_of
from impact_study.rules.importing.row_reading import RowReader
from impact_study.rules.importing.rows import Read


def read_rows(table: Table, asked: Asked, *, today: date) -> Read:
    """Every row with what was kept, changed and not kept of it, by row and column."""
    read, known = Read(), places_of(asked)
    columns: dict[int, tuple[str, Place]] = {}
    for column in table.columns:
        place = known.get(fold(column.header)) if column.header else None
        if place and place.question and place.question.type == QuestionType.FILE:
            why = _("Files do not come in a table: they are sent on the pages of the survey only.")
            read.report.note("not_kept", table.sheet, None, column.header, why)
        elif place is None or place.fact in PASSED_OVER:
            why = _("What is chosen for the import holds.") if place else _("No question has this code or label.")
            read.report.note("not_kept", table.sheet, None, column.header or column.letters, why)
        elif place in (taken := [place for _name, place in columns.values()]) and taken:
            message = _("Two columns are called “%(name)s”.") % {"name": column.header[:80]}
            read.problems.append(Problem("duplicate_column", message, remedy=_("Delete one of them.")))
        else:
            columns[column.index] = (column.header, place)
    if not any(place.question for _name, place in columns.values()):
        read.problems.append(
            Problem(
                "no_question", _("No column belongs to a question of this wave."),
                remedy=_("Head the columns with the codes or labels of the codebook."),
            )
        )  # fmt: skip
    for number in sorted((*table.repeated_headers, *table.totals, *table.notes)):
        why = _("It looks like a heading, a total or a note and not like an answer.")
        read.report.note("not_kept", table.sheet, number, _("the row"), why)
    if not read.problems:
        reader = RowReader(asked, columns, read, today, table.rows)
        for row in table.rows:
            reader.row(row)
    return read
