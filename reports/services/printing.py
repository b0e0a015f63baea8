"""Print a report in a format, or hand out the file that says the same already."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from hashlib import file_digest
from io import BufferedRandom
from tempfile import TemporaryFile
from typing import Any

from django.core.files import File
from django.db import IntegrityError, transaction
from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.printing.pango import printing_problems
from core.problems import stop_on
from network.chapters.evidence import exhibits
from reports.enums import FileFormat
from reports.models import Report, ReportFile
from reports.rules.content import Document
from reports.rules.packing import content_hash, pack
from reports.services.assembly import document_of

LAYOUT = 2  # raised when the look of printed files changes: files of an older look are then made anew
type Said = Callable[[int, int, str], None]


def silent(_done: int, _all: int, _step: str) -> None:
    """For callers that show no progress."""


def print_report(*, report: Report, file_format: FileFormat, by: User | None, said: Said = silent) -> ReportFile:
    """The file of what the report says now. Unchanged content is not printed again. Raises ProblemsFound."""
    said(0, 4, _("Collecting texts and figures"))
    document = document_of(report) if report.frozen is None else None
    packed = report.frozen if document is None else pack(document)
    files = archive_key(report) if file_format == FileFormat.ZIP else ""
    mark = content_hash(packed if file_format != FileFormat.ZIP else None, extra=f"{LAYOUT}:{file_format}:{files}")
    if known := ReportFile.objects.filter(report=report, format=file_format, content_hash=mark).first():
        return known
    stop_on(printing_problems() if file_format in (FileFormat.PDF, FileFormat.DOCX) else [])
    with ExitStack() as stack:
        out = stack.enter_context(TemporaryFile())
        said(1, 4, _("Drawing and printing"))
        printed = write(report, document or document_of(report), file_format, out, mark=mark)
        said(3, 4, _("Checking and storing"))
        return keep(report, file_format, out, mark=mark, printed=printed, by=by)


@dataclass(frozen=True)
class Printed:
    """What is known of a file beside its bytes; only a PDF has pages and is checked."""

    pages: int | None = None
    faults: Sequence[str] = ()


def write(report: Report, document: Document, file_format: FileFormat, out: BufferedRandom, *, mark: str) -> Printed:
    """Write the file. Printers are heavy and loaded only here."""
    if file_format == FileFormat.PDF:
        from reports.outputs.checks import accessibility_faults
        from reports.outputs.pdf import print_pdf

        data, pages = print_pdf(document, identifier=mark)
        out.write(data)
        return Printed(pages, accessibility_faults(data))
    if file_format == FileFormat.DOCX:
        from reports.outputs.docx import print_docx

        out.write(print_docx(document))
    elif file_format == FileFormat.XLSX:
        from reports.outputs.xlsx import print_xlsx

        out.write(print_xlsx(document))
    else:
        from reports.outputs.archive import print_archive

        with translation.override(report.language):
            print_archive(exhibits(report.period), out)
    return Printed()


def archive_key(report: Report) -> str:
    """Changes whenever the archive would."""
    with translation.override(report.language):
        found: list[Any] = [
            [each.number, each.evidence.sha256, each.evidence.title, each.proves, each.partner_label]
            for each in exhibits(report.period)
        ]
    return content_hash(found)


def keep(
    report: Report, file_format: FileFormat, out: BufferedRandom, *, mark: str, printed: Printed, by: User | None
) -> ReportFile:
    """Store the file and forget the earlier ones of a report that is still being written."""
    size = out.tell()
    out.seek(0)
    made = ReportFile(
        report=report, format=file_format, name=file_name(report, file_format), content_hash=mark, size=size,
        sha256=file_digest(out, "sha256").hexdigest(), pages=printed.pages,
        checks=list(printed.faults), made_by=by,
        is_preview=not report.period.is_locked and not report.is_approved,
    )  # fmt: skip
    out.seek(0)
    made.file.save(made.name, File(out), save=False)
    try:
        with transaction.atomic():
            made.save(force_insert=True)
            audit.record("reports.file.made", target=made, by=by, format=file_format, sha256=made.sha256)
    except IntegrityError:  # another worker was a moment earlier
        made.file.delete(save=False)
        return ReportFile.objects.get(report=report, format=file_format, content_hash=mark)
    if not report.is_approved:
        forget_older(made)
    return made


def forget_older(made: ReportFile) -> None:
    for older in ReportFile.objects.filter(report=made.report, format=made.format).exclude(pk=made.pk):
        older.file.delete(save=False)
        older.delete()


def file_name(report: Report, file_format: FileFormat) -> str:
    """ "qqvet-interim-progress-report-en-v1-preview.pdf"."""
    standing = "" if report.is_approved else ("draft" if report.period.is_locked else "preview")
    pieces = (
        report.project.code, slugify(report.period.name), report.template.code, report.language, f"v{report.number}",
        "evidence" if file_format == FileFormat.ZIP else "", standing,
    )  # fmt: skip
    return "-".join(piece for piece in pieces if piece)[:140] + f".{file_format}"
