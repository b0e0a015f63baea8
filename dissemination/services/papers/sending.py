"""Certificates to their holders: one mail each, with the certificate as PDF."""

from __future__ import annotations

from functools import partial

from django.db import transaction
from django.utils import timezone, translation

from accounts.models import User
from core import audit, mail
from core.mail import site_url
from core.printing.pango import printing_problems
from dissemination.enums import DocumentKind
from dissemination.models import Certificate, Event
from dissemination.services.papers.making import paper_hash, sheet_code
from dissemination.services.telling import context_of


@transaction.atomic
def send_certificates(*, event: Event, by: User) -> int:
    """Queue a mail to every holder who has none yet; says how many. Again writes to nobody twice."""
    waiting = list(Certificate.objects.to_send().filter(event=event).order_by("pk"))
    for certificate in waiting:
        transaction.on_commit(partial(_queue, certificate.pk), robust=True)
    audit.record("dissemination.certificates.sent", target=event, by=by, number=len(waiting))
    return len(waiting)


def _queue(certificate_id: int) -> None:
    from dissemination.tasks import send_certificate

    send_certificate.delay(certificate_id)


@transaction.atomic
def send_certificate(certificate_id: int) -> bool:
    """Write the mail, unless it was written before or the certificate is valid no more."""
    if not Certificate.objects.to_send().filter(pk=certificate_id).update(sent_at=timezone.now()):
        return False
    known = Certificate.objects.select_related(
        "event__project__rule_set", "event__partner__organisation",
        "registration__event__project", "registration__event__partner__organisation",
    )  # fmt: skip
    certificate = known.get(pk=certificate_id)
    guest = certificate.registration
    with translation.override(guest.language):
        address = site_url(certificate.get_absolute_url())
    mail.post(
        "dissemination/mail/certificate",
        to=guest.email,
        language=guest.language,
        context=context_of(guest) | {"certificate": certificate, "address": address},
        attachments=_printed(certificate, guest.language),
        key=f"certificate-{certificate.serial}",
    )
    return True


def _printed(certificate: Certificate, language: str) -> list[mail.Attachment]:
    """The PDF; where nothing can print, the page that the mail names says the same."""
    if printing_problems():
        return []
    from dissemination.outputs.papers import print_certificates  # printers are heavy and loaded only here

    mark = paper_hash(certificate.event, DocumentKind.CERTIFICATE, [certificate])
    code = sheet_code(mark, language)
    content, _pages = print_certificates(certificate.event, [certificate], language=language, mark=mark, code=code)
    return [mail.Attachment(name=f"{certificate.serial}.pdf", kind="application/pdf", content=content)]
