"""Reading and writing spreadsheets as plain rows, safely and without knowing what they are about."""

from core.sheets.reading import ReadOptions, read_workbook
from core.sheets.tables import Table, TableRow, find_table
from core.sheets.values import DEFAULT_LIMITS, Cell, Limits, Merge, Sheet, Workbook

__all__ = [
    "DEFAULT_LIMITS",
    "Cell",
    "Limits",
    "Merge",
    "ReadOptions",
    "Sheet",
    "Table",
    "TableRow",
    "Workbook",
    "find_table",
    "read_workbook",
]
