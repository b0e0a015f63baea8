from __future__ import annotations

import pytest
from django.utils import timezone

from core.models import AuditEntry
from core.printing.pango import printing_problems
from dissemination.services.papers.sending import send_certificates
from network.enums import Role
from tests.factories import PersonFactory, UserFactory
from tests.factories.dissemination import CertificateFactory, EventFactory, RegistrationFactory

pytestmark = pytest.mark.django_db


def test_holders_get_their_valid_certificate_once(django_capture_on_commit_callbacks, mailoutbox):
    event = EventFactory()
    ana = RegistrationFactory(event=event, email="ana@example.org", language="es")
    certificate = CertificateFactory(registration=ana, event=event)
    CertificateFactory(registration=RegistrationFactory(event=event), event=event, revoked_at=timezone.now())
    CertificateFactory(registration=RegistrationFactory(event=event, email="", email_key=""), event=event)
    silent = RegistrationFactory(event=event, person=PersonFactory(do_not_contact=True))
    CertificateFactory(registration=silent, event=event)
    by = UserFactory(role=Role.MANAGER, partner=event.partner)

    for _twice in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            send_certificates(event=event, by=by)

    [mail] = mailoutbox
    certificate.refresh_from_db()
    assert (mail.to, f"/es/certificates/{certificate.serial}/" in mail.body) == (["ana@example.org"], True)
    assert certificate.sent_at is not None
    entries = AuditEntry.objects.filter(action="dissemination.certificates.sent").order_by("pk")
    assert [entry.detail["number"] for entry in entries] == [1, 0]


@pytest.mark.skipif(bool(printing_problems()), reason="Pango is not installed")
def test_certificate_goes_along_as_pdf(django_capture_on_commit_callbacks, mailoutbox):
    certificate = CertificateFactory()
    by = UserFactory(role=Role.MANAGER, partner=certificate.event.partner)
    with django_capture_on_commit_callbacks(execute=True):
        send_certificates(event=certificate.event, by=by)
    [(name, content, kind)] = [(each[0], each[1], each[2]) for each in mailoutbox[0].attachments]
    assert (name, content[:5], kind) == (f"{certificate.serial}.pdf", b"%PDF-", "application/pdf")
