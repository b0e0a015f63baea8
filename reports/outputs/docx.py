"""The report as a Word document to go on working with: real headings, tables with heads, pictures with words."""

from __future__ import annotations

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from docx import Document as Docx
from docx.document import Document as DocxDocument
from docx.enum.text import WD_BREAK
from docx.shared import Cm

from network.reporting import Figure, Table
from reports.outputs import pictures
from reports.outputs.archive_file import steady
from reports.outputs.docx_pieces import add_field, add_picture, add_table, dress, keep_readable
from reports.rules.content import Block, Chart, Document, Figures, Part, Words
from reports.templatetags.printing import share, shown


def print_docx(document: Document) -> bytes:
    with translation.override(document.language):
        docx = Docx()
        dress(docx, language=document.language)
        docx.core_properties.title = keep_readable(f"{document.title} · {document.subtitle}")
        docx.core_properties.author = keep_readable(document.project)
        docx.core_properties.language = document.language
        _running_lines(docx, document)
        _cover(docx, document)
        _contents(docx, document)
        for part in document.parts:
            _part(docx, part)
        return steady(docx.save)


def _running_lines(docx: DocxDocument, document: Document) -> None:
    section = docx.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    mark = f" · {pgettext('watermark', 'Preview').upper()}" if document.is_preview else ""
    section.header.paragraphs[0].text = keep_readable(f"{document.project} · {document.title}{mark}")
    line = section.footer.paragraphs[0]
    line.add_run(f"{document.funding.statement} · ")
    line.add_run(pgettext("before its number", "Page") + " ")
    add_field(line, "PAGE")
    line.add_run(f" {pgettext('page 3 of 12', 'of')} ")
    add_field(line, "NUMPAGES")


def _cover(docx: DocxDocument, document: Document) -> None:
    docx.add_paragraph(keep_readable(document.project), style="Subtitle")
    docx.add_paragraph(keep_readable(document.title), style="Title")
    docx.add_paragraph(keep_readable(document.subtitle), style="Subtitle")
    if document.is_preview:
        docx.add_paragraph(_("Preview: the period is open and its figures may still change."), style="Intense Quote")
    elif not document.is_approved:
        docx.add_paragraph(_("Draft: not approved yet."), style="Intense Quote")
    facts = [(label, shown(value)) for label, value in document.facts]
    add_table(docx, _("About this report"), (_("Item"), _("Entry")), facts)
    add_picture(docx, pictures.emblem_png(), document.funding.emblem, width=Cm(3))
    docx.add_paragraph(document.funding.statement, style="Strong line")
    docx.add_paragraph(document.funding.disclaimer, style="Small line")


def _contents(docx: DocxDocument, document: Document) -> None:
    docx.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    docx.add_paragraph(_("Contents"), style="Contents title")
    known = "\n".join(part.heading for part in document.parts)
    add_field(docx.add_paragraph(), r'TOC \o "1-2" \h \z \u', result=known)


def _part(docx: DocxDocument, part: Part) -> None:
    heading = docx.add_heading(keep_readable(part.heading), level=1)
    heading.paragraph_format.page_break_before = True
    for block in part.blocks:
        _block(docx, block)


def _block(docx: DocxDocument, block: Block) -> None:
    if isinstance(block, Words):
        if block.heading:
            docx.add_heading(keep_readable(block.heading), level=2)
        for paragraph in block.paragraphs:
            docx.add_paragraph(keep_readable(paragraph))
    elif isinstance(block, Chart):
        words = f"{block.spec.title}: {block.spec.statement}" if block.spec.statement else str(block.spec.title)
        docx.add_paragraph(keep_readable(words), style="Strong line")
        add_picture(docx, pictures.chart_png(block.spec), words, width=Cm(17))
    elif isinstance(block, Figures):
        head = (_("What is counted"), _("Figure"), _("Target"), _("Of the target"), _("Source"))
        add_table(docx, _("Figures"), head, [_figure_row(figure) for figure in block.figures])
    elif isinstance(block, Table):
        add_table(docx, block.title, block.head, [[shown(value) for value in row] for row in block.rows])
        if block.note:
            docx.add_paragraph(keep_readable(block.note), style="Small line")
    else:
        docx.add_paragraph(keep_readable(block.text), style="Small line")


def _figure_row(figure: Figure) -> list[str]:
    value = f"{shown(figure.value)} {figure.unit}".strip()
    return [figure.label, value, shown(figure.target), shown(share(figure)), shown(figure.source)]
