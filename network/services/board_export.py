"""The quota board as a workbook with real numbers."""

from __future__ import annotations

from io import BytesIO

from django.utils.translation import gettext as _

from network.enums import QuotaStatus
from network.rules.board.tables import Board, Cell


def board_table(board: Board) -> tuple[list[str], list[list[object]]]:
    """Head and rows of the board, one row per quota, then the totals."""
    head = [
        _("Category"), _("Partner"), _("Country"), _("Target"), _("Expected by now"), _("Reached"),
        _("New in the period"), _("Evidenced"), _("Shared"), _("To resolve"), _("Waiting"), _("Unnamed heads"),
        _("Survey answers"), _("Late"), _("Status"), _("Outlook, low"), _("Outlook, high"), _("Needed a month"),
    ]  # fmt: skip
    rows: list[list[object]] = []
    for row in board.rows:
        for column, cell in zip(board.columns, row.cells, strict=True):
            rows.append([row.name, column.label, column.country, *_figures(cell)])
        rows.append([row.name, _("All partners"), "", *_figures(row.total)])
        rows.append([row.name, _("Distinct in the project"), "", None, None, row.distinct, row.distinct_new])
    return head, rows


def _figures(cell: Cell) -> list[object]:
    counts, range_ = cell.counts, cell.outlook
    return [
        counts.target, None if cell.expected is None else round(cell.expected, 1), counts.reached, counts.new,
        counts.evidenced, counts.shared, counts.duplicates, counts.waiting, counts.unnamed, counts.answers, counts.late,
        str(QuotaStatus(cell.status).label),
        range_.low if range_ else None, range_.high if range_ else None, range_.needed_a_month if range_ else None,
    ]  # fmt: skip


def board_workbook(board: Board) -> bytes:
    """An XLSX file with the figures of the board and when they were read."""
    from openpyxl import Workbook

    head, rows = board_table(board)
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Quotas")[:31])
    sheet.append([board.title, board.period, board.as_of])
    sheet.append(head)
    for row in rows:
        sheet.append(row)
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()
