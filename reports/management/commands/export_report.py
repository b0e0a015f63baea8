"""Print the report of a period without a browser: manage.py export_report qqvet Interim --format pdf,xlsx --out DIR."""

from __future__ import annotations

from pathlib import Path
from shutil import copyfileobj
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation
from django.utils.translation import gettext as _

from core.problems import ProblemsFound
from network.models import Period, Project
from reports.enums import FileFormat
from reports.models import Report, ReportFile, ReportTemplate
from reports.services.beginning import begin_report
from reports.services.printing import print_report
from reports.standard import PROGRESS_REPORT


class Command(BaseCommand):
    help = "Write the report of a project's period as files; a report that is not begun yet is begun."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("project", help="code of the project")
        parser.add_argument("period", help="name or number of the period")
        parser.add_argument("--format", default="pdf", help="pdf, xlsx, docx, zip, or several with commas")
        parser.add_argument("--language", default="en", choices=[code for code, _name in settings.LANGUAGES])
        parser.add_argument("--template", default=PROGRESS_REPORT.code)
        parser.add_argument("--out", type=Path, default=Path())

    def handle(self, *args: Any, project: str, period: str, language: str, out: Path, **options: Any) -> None:
        formats = [read_format(name) for name in options["format"].split(",")]
        with translation.override(language):
            try:
                report = report_on(find_period(project, period), template=options["template"], language=language)
                for file_format in formats:
                    made = print_report(report=report, file_format=file_format, by=None)
                    self.stdout.write(f"{write(made, out)}  {made.sha256}")
            except ProblemsFound as found:
                words = (f"{problem.message} {problem.remedy}".strip() for problem in found.problems)
                raise CommandError("\n".join(words)) from found


def read_format(name: str) -> FileFormat:
    try:
        return FileFormat(name.strip().lower())
    except ValueError as unknown:
        raise CommandError(_("Unknown format: %(name)s.") % {"name": name}) from unknown


def find_period(project: str, period: str) -> Period:
    periods = Period.objects.filter(project__in=Project.objects.filter(code=project)).select_related("project")
    named = periods.filter(name__iexact=period)
    found = named.first() or (periods.filter(pk=int(period)).first() if period.isdecimal() else None)
    if found is None:
        known = ", ".join(f"{each.name} ({each.pk})" for each in periods) or "–"
        raise CommandError(
            _("No such period in %(project)s. There are: %(known)s.") % {"project": project, "known": known}
        )
    return found


def report_on(period: Period, *, template: str, language: str) -> Report:
    """The newest version of the report on the period, begun now when there is none."""
    known = Report.objects.newest().filter(period=period, template__code=template, language=language)
    if report := known.select_related("project", "period", "template").first():
        return report
    newest = ReportTemplate.objects.newest_for(period.project).filter(code=template).first()
    if newest is None:
        raise CommandError(_("No such template: %(code)s.") % {"code": template})
    return begin_report(period=period, template=newest, language=language, by=None)


def write(made: ReportFile, out: Path) -> Path:
    out.mkdir(parents=True, exist_ok=True)
    target = out / made.name
    with made.file.open("rb") as source, target.open("wb") as copy:
        copyfileobj(source, copy)
    return target
