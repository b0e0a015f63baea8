"""A report of about thirty pages, whole and by two cores, and the same report asked for again (goal 7)."""

from __future__ import annotations

from datetime import date

from benchmarks.bounds.printing import printed
from benchmarks.ground import Ground
from benchmarks.measuring import Line, at_most, peak_mb, side_by_side, statements
from core.forking import can_fork
from core.printing.pdf import print_html
from network.models import Project
from network.reporting import Table
from reports.enums import FileFormat
from reports.models import ReportTemplate
from reports.outputs.pdf import print_pdf, report_html
from reports.rules.content import Document, Funding, Part, Words
from reports.services.beginning import begin_report
from reports.services.printing import print_report

HEAD = ("Partner", "Category", "Target", "Reached", "Evidenced", "Shared", "Waiting", "Status")
WORDS = "What the partnership did in these months, told by the partner that did it, in sentences of usual length. "


def document(rows: int) -> Document:
    """Text and tables in the proportion of a progress report: about thirty pages at 420 rows."""
    line = ("Invented Organisation", "Teachers", 50, 41, 40, 2, 7, "On track")
    table = Table("Heads by partner and category", HEAD, [line] * 20)
    text = Words("\n\n".join([WORDS * 5] * 4))
    parts = tuple(
        Part(f"part-{number}", str(number), f"Section {number}", (text, table)) for number in range(1, rows // 20 + 2)
    )
    return Document(
        language="en", title="Progress report", subtitle="Year 1", project="Invented project", facts=(),
        funding=Funding("Invented funding statement.", "Invented disclaimer.", "Emblem of the European Union"),
        parts=parts, is_preview=False, is_approved=False, version=1,
    )  # fmt: skip


def run(ground: Ground) -> list[Line]:
    whole = document(ground.sizes.report_rows)
    html = report_html(whole)

    def in_one_piece() -> object:
        return print_html(report_html(whole), identifier="bench")

    def by_sections() -> object:
        return print_pdf(whole, identifier="bench")

    pages = print_html(html, identifier="bench")[1]
    _peak, grown = peak_mb(in_one_piece)
    ours, halves, bare = side_by_side(
        in_one_piece, by_sections, lambda: printed(html), rounds=2 if ground.sizes.rounds < 20 else 4
    )
    found = [at_most(Line(f"report of {pages} pages", "ms", ours.ms, bare.ms, peak_mb=grown or None), 1.15)]
    if can_fork():
        found.append(at_most(Line("the same by sections on two cores", "ms", halves.ms, bare.ms), 0.65))
    with ground.small() as small:
        return [*found, _unchanged(small.project, ground.sizes.rounds)]


def _unchanged(project: Project, rounds: int) -> Line:
    """Asked for again: collected, compared by its hash, and the file of before handed out."""
    template = ReportTemplate.objects.filter(sections__isnull=False).distinct().order_by("pk")[0]
    period = project.periods.order_by("starts_on")[0]
    report = begin_report(period=period, template=template, language="en", due_on=date(2019, 1, 1), by=None)

    def ask() -> object:
        return print_report(report=report, file_format=FileFormat.PDF, by=None)

    ask()
    times, needed = side_by_side(ask, rounds=rounds)[0], statements(ask)
    return at_most(Line("unchanged report from its hash", "ms", times.ms, statements=needed), 20)
