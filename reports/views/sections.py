"""One section of a report: its figures or texts, and the remarks on it."""

from __future__ import annotations

from django.http import HttpResponse

from core.pages import page
from core.requests import SignedInRequest
from network.guards import in_project
from reports.enums import SectionKind
from reports.forms import CommentForm, ReasonForm
from reports.models import Section
from reports.services.assembly import parts_of_section
from reports.views.builder import builder_of, may, trail

DECISIONS = ("write_contribution", "accept_contribution", "return_contribution")


@in_project("reports.view_section", Section)
def section_detail(request: SignedInRequest, section: Section) -> HttpResponse:
    builder = builder_of(section.report)
    texts = [(text, may(request, text, *DECISIONS)) for text in builder.of(section).contributions]
    context = {
        "report": section.report,
        "builder": builder,
        "section": section,
        "is_text": section.outline.kind == SectionKind.TEXT,
        "texts": texts,
        "parts": parts_of_section(builder.document, section),
        "comments": section.comments.select_related("by", "settled_by"),
        "comment_form": CommentForm(),
        "reason_form": ReasonForm(),
        "may": may(request, section, "add_comment", "settle_comment"),
        "trail": trail(section.report, (str(section), "")),
    }
    return page(request, "reports/section_detail.html", context)
