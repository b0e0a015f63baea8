"""Making the claim sheet, or handing out the one that says the same already."""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256

from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from accounts.models import User
from core.printing.pango import printing_problems
from core.problems import stop_on
from dissemination.enums import DocumentKind
from dissemination.models import EventDocument
from dissemination.services.documents import keep_document, known_document
from dissemination.services.unit_costs.claims import ProjectClaim, claim_for_project
from network.models import Project

LAYOUT = 1  # raised when the look changes


def make_claim_sheet(
    *, project: Project, kind: DocumentKind, language: str, by: User | None, said: Callable[[int, int, str], None]
) -> EventDocument:
    """The sheet as PDF or XLSX. Raises ProblemsFound where this machine cannot print."""
    said(0, 2, _("Collecting heads and rates"))
    claim = claim_for_project(project)
    mark = claim_hash(claim, kind)
    if known := known_document(project, kind, language=language, content_hash=mark):
        return known
    stop_on(printing_problems() if kind == DocumentKind.CLAIM_PDF else [])
    said(1, 2, _("Drawing and printing"))
    from dissemination.outputs import claim_sheet  # printers are heavy and loaded only here

    pages: int | None = None
    if kind == DocumentKind.CLAIM_PDF:
        today = timezone.localdate()
        data, pages = claim_sheet.print_claim_pdf(project, claim, language=language, made_on=today, mark=mark)
    else:
        data = claim_sheet.write_claim_xlsx(claim, language=language)
    suffix = "pdf" if kind == DocumentKind.CLAIM_PDF else "xlsx"
    name = f"{slugify(project.code)}-claim-{mark[:8]}.{suffix}"
    return keep_document(
        project=project, kind=kind, name=name, data=data, language=language, content_hash=mark, by=by, pages=pages
    )


def claim_hash(claim: ProjectClaim, kind: DocumentKind) -> str:
    """Changes whenever anything printed changes: heads, names, places, amounts, reasons, rates, awards."""
    lines = [
        [each.event.pk, str(each.event), str(each.event.held_on), record.pk, str(record.person), verdict.head.sender,
         verdict.head.country, str(verdict.place), str(verdict.amount), list(verdict.reasons)]
        for each in claim.events for record, verdict in each.lines
    ]  # fmt: skip
    facts = [LAYOUT, str(kind), lines, repr(claim.rates), repr(claim.claim), [str(share) for share in claim.shares]]
    return sha256(json.dumps(facts, ensure_ascii=False, default=str).encode()).hexdigest()
