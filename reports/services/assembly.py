"""Put a report together: texts, chapters and facts become one document that every format is printed from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from string import ascii_uppercase
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from core.labels import in_language
from network import reporting
from network.chapters.figures import known_figures
from network.enums import PartnerRole
from network.funding import funding_of
from network.models import Partner, Snapshot
from network.reporting import Chapter, ChapterContent, Table
from reports.enums import SectionKind
from reports.models import Report, Section
from reports.rules.content import Block, Cell, Chart, Document, Figures, Funding, Note, Part, Words
from reports.rules.packing import unpack
from reports.services.readiness import Standing, current_snapshot, standings


def document_of(report: Report) -> Document:
    """What the report says now, in its own language; an approved one says what it said then."""
    if report.frozen is not None:
        return frozen_document(report)
    with translation.override(report.language):
        return compose(report, current_snapshot(report))


def frozen_document(report: Report) -> Document:
    document: Document = unpack(report.frozen)
    return document


def compose(report: Report, snapshot: Snapshot | None) -> Document:
    project, period = report.project, report.period
    wording = funding_of(project, report.language)
    return Document(
        language=report.language,
        title=str(report.template),
        subtitle=str(period),
        project=str(project),
        facts=tuple(cover_facts(report, snapshot)),
        funding=Funding(wording.statement, wording.disclaimer, _("Emblem of the European Union")),
        parts=tuple(numbered(parts_of(report, snapshot))),
        is_preview=snapshot is None,
        is_approved=report.is_approved,
        version=report.number,
        made_from=snapshot.taken_at if snapshot else None,
    )


def cover_facts(report: Report, snapshot: Snapshot | None) -> Iterator[tuple[str, Cell]]:
    project, period = report.project, report.period
    coordinator = Partner.objects.in_project(project).filter(role=PartnerRole.COORDINATOR).first()
    known: list[tuple[str, Cell]] = [
        (_("Project number"), project.number),
        (_("Action"), project.action),
        (_("Call year"), project.call_year and str(project.call_year)),
        (_("Project begins"), project.starts_on),
        (_("Project ends"), project.ends_on),
        (_("Grant (EUR)"), project.grant),
        (_("Coordinator"), (coordinator.organisation.name or str(coordinator)) if coordinator else ""),
        (_("Period from"), period.starts_on),
        (_("Period to"), period.ends_on),
        (_("Version of the report"), report.number),
        (_("Template"), _("%(name)s, version %(version)d")
         % {"name": report.template, "version": report.template.version}),
    ]  # fmt: skip
    if snapshot:
        words = {"number": snapshot.number, "hash": snapshot.sha256[:12]}
        known.append((_("Figures from"), _("Snapshot %(number)d of the locked period (%(hash)s)") % words))
        known.append((_("Locked at"), snapshot.taken_at))
    else:
        known.append((_("Figures from"), _("The open period: they may still change")))
    return ((label, value) for label, value in known if value not in (None, ""))


def parts_of(report: Report, snapshot: Snapshot | None) -> Iterator[Part]:
    """Every section of the report, not yet numbered."""
    figures = known_figures(report.project, report.period, snapshot.figures if snapshot else None)
    chapters = {chapter.code: chapter for chapter in reporting.chapters()}
    sections = standings(report)
    named = {standing.section.outline.chapter for standing in sections}
    for standing in sections:
        outline = standing.section.outline
        if outline.kind == SectionKind.OTHER_CHAPTERS:
            for chapter in chapters.values():
                if chapter.code not in named:
                    content = chapter.build(report.project, report.period, figures)
                    yield Part(slug_of(chapter), "", str(chapter.title), blocks_of(content), is_annex=outline.is_annex)
            continue
        yield Part(
            outline.code, "", in_language(outline.title, report.language),
            tuple(section_blocks(standing, report, figures, chapters.get(outline.chapter))),
            is_public=outline.is_public, is_annex=outline.is_annex,
        )  # fmt: skip


def section_blocks(
    standing: Standing, report: Report, figures: dict[str, Any], chapter: Chapter | None
) -> Sequence[Block]:
    kind = standing.section.outline.kind
    if kind == SectionKind.APPROVAL:
        return approval_blocks(report)
    if kind == SectionKind.CHAPTER:
        nothing = ChapterContent()
        return blocks_of(chapter.build(report.project, report.period, figures) if chapter else nothing)
    return list(text_blocks(standing))


def text_blocks(standing: Standing) -> Iterator[Block]:
    for contribution in standing.contributions:
        heading = str(contribution.partner) if contribution.partner else ""
        if contribution.text:
            yield Words(contribution.text, heading)
        else:
            yield Words(_("No text yet."), heading)


def blocks_of(content: ChapterContent) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if content.figures:
        blocks.append(Figures(tuple(content.figures)))
    blocks += [Chart(spec) for spec in content.charts]
    blocks += content.tables
    blocks += [Note(str(note)) for note in content.notes]
    return tuple(blocks) or (Note(_("Nothing to report.")),)


def approval_blocks(report: Report) -> Sequence[Block]:
    if report.approved_at is None:
        return [Note(_("This report is not approved yet."))]
    rows = [
        (report.number, report.approved_at, str(report.approved_by or ""), report.change_note or _("First version"))
    ]
    head = (_("Version"), _("Approved at"), _("Approved by"), _("What changes"))
    return [Table(_("Approval"), head, rows)]


def numbered(parts: Iterator[Part]) -> Iterator[Part]:
    """Sections get numbers, annexes get letters."""
    sections = annexes = 0
    for part in parts:
        if part.is_annex:
            number = ascii_uppercase[annexes % len(ascii_uppercase)]
            annexes += 1
        else:
            sections += 1
            number = str(sections)
        yield Part(part.code, number, part.title, part.blocks, part.is_public, part.is_annex)


def slug_of(chapter: Chapter) -> str:
    return chapter.code.replace(".", "-")


def parts_of_section(document: Document, section: Section) -> list[Part]:
    """What the section became: one part, or the chapters that no other section names."""
    if section.outline.kind != SectionKind.OTHER_CHAPTERS:
        return [part for part in document.parts if part.code == section.outline.code]
    chapters = {slug_of(chapter) for chapter in reporting.chapters()}
    return [part for part in document.parts if part.code in chapters]
