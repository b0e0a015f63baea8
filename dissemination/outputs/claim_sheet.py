"""The claim of a project's multiplier events as PDF and XLSX: the same figures from the same claim."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from core.printing.pdf import print_template
from dissemination.rules.unit_costs import Place, Verdict
from dissemination.services.unit_costs.claims import ProjectClaim
from network.funding import funding_of
from network.models import Participation, Project


def print_claim_pdf(
    project: Project, claim: ProjectClaim, *, language: str, made_on: date, mark: str
) -> tuple[bytes, int]:
    with translation.override(language):
        funding = funding_of(project)
    context = {"project": project, "claim": claim, "funding": funding, "language": language, "made_on": made_on}
    return print_template("dissemination/print/claim.html", context, language=language, identifier=mark)


def write_claim_xlsx(claim: ProjectClaim, *, language: str) -> bytes:
    """Two sheets: the events with their sums, and every head with its amount or why it earns nothing."""
    from openpyxl import Workbook

    from core.sheets.export import inert

    book = Workbook(write_only=True)
    with translation.override(language):
        for title, rows in ((_("Events"), event_rows(claim)), (_("Heads"), head_rows(claim))):
            sheet = book.create_sheet(title[:31])
            for row in rows:
                sheet.append([inert(value) for value in row])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def event_rows(claim: ProjectClaim) -> Iterator[list[Any]]:
    yield [_("Event"), _("Date"), _("Country"), _("Organiser"), _("Local"), _("International"), _("Virtual"),
           _("On site (EUR)"), _("Virtual (EUR)"), _("Calculated (EUR)")]  # fmt: skip
    for each in claim.events:
        amount, event = each.amount, each.event
        yield [
            str(event), event.held_on, event.country, str(event.partner), amount.local_heads,
            amount.international_heads, amount.virtual_heads, amount.on_site, amount.virtual, amount.calculated,
        ]  # fmt: skip
    if claim.claim:
        yield []
        yield [_("Calculated (EUR)"), *[None] * 8, claim.claim.calculated]
        yield [_("Payable (EUR)"), *[None] * 8, claim.claim.payable]
        yield [_("Above the caps (EUR)"), *[None] * 8, claim.claim.excess]


def head_rows(claim: ProjectClaim) -> Iterator[list[Any]]:
    yield [_("Event"), _("Name"), _("Organisation"), _("Country"), _("Place"), _("Amount (EUR)"), _("Why not payable")]
    for each in claim.events:
        for record, verdict in each.lines:
            yield [str(each.event), *head_cells(record, verdict)]


def head_cells(record: Participation, verdict: Verdict) -> list[Any]:
    place = Place(verdict.place).label if verdict.place else ""
    reasons = "; ".join(str(reason.label) for reason in verdict.reasons)
    return [str(record.person), verdict.head.sender, verdict.head.country, str(place), verdict.amount, reasons]
