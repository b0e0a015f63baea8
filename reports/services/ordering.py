"""Asking for a report's file: the work is done in the background."""

from __future__ import annotations

from accounts.models import User
from core import jobs
from core.models import Job
from reports.enums import FileFormat
from reports.models import Report


def order_file(*, report: Report, file_format: FileFormat, by: User) -> Job:
    """The job that makes the file; a double click finds the job of the first."""
    kind = "reports.archive" if file_format == FileFormat.ZIP else "reports.print"
    return jobs.start(
        kind, by=by, project=report.project, key=f"{report.pk}:{file_format}", report=report.pk,
        format=file_format.value,
    )  # fmt: skip
