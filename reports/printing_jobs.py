"""Printing as work in the background."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core import jobs
from reports import activity, models, todos  # noqa: F401
from reports.enums import FileFormat
from reports.models import Report, ReportFile
from reports.services.printing import print_report


def report_of(params: Mapping[str, Any]) -> Report:
    return Report.objects.select_related("project", "period", "template").get(pk=params["report"])


def told(made: ReportFile) -> str:
    """What the job's page says of the file."""
    if made.pages is None:
        return _("%(name)s is ready.") % {"name": made.name}
    words = ngettext("%(name)s is ready: %(pages)d page.", "%(name)s is ready: %(pages)d pages.", made.pages)
    return words % {"name": made.name, "pages": made.pages}


@jobs.register("reports.print", title=gettext_lazy("Report file"), permission="reports.make_files", target=report_of)
def print_file(job: jobs.Handle) -> Mapping[str, Any]:
    report, file_format = report_of(job.params), FileFormat(job.params["format"])
    made = print_report(report=report, file_format=file_format, by=job.actor, said=job.progress)
    return {"url": made.get_absolute_url(), "message": told(made), "sha256": made.sha256, "pages": made.pages}


jobs.register(
    "reports.archive", title=gettext_lazy("Evidence with manifest"), permission="reports.make_evidence_archive",
    target=report_of,
)(print_file)  # fmt: skip
