"""The papers of one event: signature sheet, name badges, certificates. What says the same is made once."""

from __future__ import annotations

import json
from base64 import b32encode
from collections.abc import Callable
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from accounts.models import User
from core.printing.pango import printing_problems
from core.problems import Problem, ProblemsFound, stop_on
from dissemination.enums import SEATED, DocumentKind
from dissemination.models import Certificate, Event, EventDocument, Registration, SignatureSheet
from dissemination.services.documents import keep_document, known_document
from network.enums import Mode

LAYOUT = 1  # raised when the look changes
PAPERS = (DocumentKind.SIGNATURE_SHEET, DocumentKind.BADGES, DocumentKind.CERTIFICATE)
NAMES = {DocumentKind.SIGNATURE_SHEET: "signatures", DocumentKind.BADGES: "badges",
         DocumentKind.CERTIFICATE: "certificates"}  # fmt: skip


def make_paper(
    *, event: Event, kind: DocumentKind, language: str, by: User | None, said: Callable[[int, int, str], None]
) -> EventDocument:
    """The paper as PDF. Raises ProblemsFound when there is nobody to print, or nothing to print with."""
    said(0, 2, _("Collecting names"))
    rows: list[Any] = list(_certificates(event) if kind == DocumentKind.CERTIFICATE else expected_on_site(event))
    if not rows and kind != DocumentKind.SIGNATURE_SHEET:
        raise ProblemsFound([Problem("nobody", _("There is nobody to print this for yet."))])
    mark = paper_hash(event, kind, rows)
    if known := known_document(event.project, kind, language=language, content_hash=mark):
        return known
    stop_on(printing_problems())
    said(1, 2, _("Drawing and printing"))
    from dissemination.outputs import papers  # printers are heavy and loaded only here

    code = sheet_code(mark, language)
    data, pages = papers.PRINTERS[kind](event, rows, language=language, mark=mark, code=code)
    name = f"{slugify(event.project.code)}-{event.pk}-{NAMES[kind]}-{language}-{code.lower()}.pdf"
    with transaction.atomic():
        made = keep_document(
            project=event.project, partner=event.partner, event=event, kind=kind, name=name, data=data,
            language=language, content_hash=mark, by=by, pages=pages,
        )  # fmt: skip
        if kind == DocumentKind.SIGNATURE_SHEET:
            SignatureSheet.objects.create(event=event, document=made, code=code, lines=[row.pk for row in rows])
    return made


def expected_on_site(event: Event) -> list[Registration]:
    """Whoever holds a seat in the room, by name; somebody in the virtual room signs nothing."""
    rows = event.registrations.filter(state__in=SEATED, mode=Mode.ON_SITE)
    return list(rows.order_by("name", "pk"))


def _certificates(event: Event) -> list[Certificate]:
    return list(Certificate.objects.valid().filter(event=event).order_by("holder_name", "pk"))


def sheet_code(mark: str, language: str) -> str:
    """Ten letters and digits that name this very paper."""
    return b32encode(sha256(f"{mark}:{language}".encode()).digest())[:10].decode()


def paper_hash(event: Event, kind: DocumentKind, rows: list[Any]) -> str:
    """Changes whenever anything printed changes."""
    if kind == DocumentKind.CERTIFICATE:
        lines = [[row.serial, row.holder_name, str(row.hours)] for row in rows]
    else:
        lines = [
            [row.pk, row.name, row.email, row.function, row.organisation_name, row.organisation_address, row.country]
            for row in rows
        ]
    facts = [
        LAYOUT, str(kind), event.pk, event.title, event.starts_at, event.ends_at, event.time_zone, event.venue,
        event.address, event.country, str(event.partner), lines,
    ]  # fmt: skip
    if not lines:
        facts.append(timezone.localdate())
    return sha256(json.dumps(facts, ensure_ascii=False, default=str).encode()).hexdigest()
