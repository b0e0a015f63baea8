"""Columns and sheets of a form that have no place here."""

from __future__ import annotations

from django.utils.translation import gettext as _

from impact_study.rules.xlsform.report import Line, Report
from impact_study.rules.xlsform.sheets import Form
from impact_study.rules.xlsform.types import USED


def report_unused(form: Form, report: Report) -> None:
    """Tell of each that has something in it."""
    for sheet in form.sheets.values():
        for heading in sheet.headings:
            first = next((row for row in sheet.rows if heading in row.cells), None)
            if first and not _is_used(heading):
                message = _("This column has no place here.")
                report.lines.append(Line("not_kept", sheet.name, first.number, heading, message))
    for name in form.other_sheets:
        report.lines.append(Line("not_kept", name, None, name, _("This sheet has no place here.")))


def _is_used(heading: str) -> bool:
    plain = heading.lower().strip()
    return plain in USED or plain.partition("::")[0].strip() in USED or plain.partition(":")[0].strip() in USED
