from __future__ import annotations

import smtplib

import pytest
from django.core import mail as django_mail
from django.core.mail.backends.locmem import EmailBackend

from core import mail
from core.models import Mail
from core.tasks import send_waiting_mail

pytestmark = pytest.mark.django_db


def put(**fields):
    return mail.put(**{"to": "ana@example.org", "subject": "Hello", "text": "One.\n\nhttps://example.org/x", **fields})


def test_mail_goes_out_once_after_the_commit_and_leaves_no_text(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        row = put()
    again = mail.send(row.pk)

    row.refresh_from_db()
    assert (len(django_mail.outbox), again, row.text, row.html, row.sent_at is not None) == (1, False, "", "", True)


def test_mail_says_the_same_in_text_and_html():
    mail.send(put(text="<One> & two.\n\nhttps://example.org/x").pk)
    sent = django_mail.outbox[0]
    assert "&lt;One&gt; &amp; two." in sent.alternatives[0].content
    assert '<a href="https://example.org/x">' in sent.alternatives[0].content


def test_mail_with_the_same_key_is_written_once():
    assert put(key="invitation-1").pk == put(key="invitation-1").pk


def test_mail_waits_when_the_server_is_away_and_the_sweeper_sends_it(monkeypatch):
    row = put()
    with monkeypatch.context() as away:

        def refuse(*args, **kwargs):
            raise smtplib.SMTPServerDisconnected

        away.setattr(EmailBackend, "send_messages", refuse)
        with pytest.raises(smtplib.SMTPServerDisconnected):
            mail.send(row.pk)
    Mail.objects.update(created_at="2020-01-01T00:00Z")

    send_waiting_mail()

    row.refresh_from_db()
    assert (row.attempts, row.error, len(django_mail.outbox)) == (2, "", 1)


def test_mail_carries_its_files_and_forgets_them():
    row = put(
        text="Hello.\n\n[cid:ticket Your ticket]",
        attachments=[
            mail.Attachment(name="ticket.png", kind="image/png", content=b"\x89PNG", cid="ticket"),
            mail.Attachment(name="event.ics", kind="text/calendar; charset=utf-8", content=b"BEGIN:VCALENDAR"),
        ],
    )
    mail.send(row.pk)

    sent = django_mail.outbox[0]
    row.refresh_from_db()
    parts = [(part.get_content_type(), part.get_filename()) for part in sent.message().walk() if part.get_filename()]
    assert parts == [("image/png", "ticket.png"), ("text/calendar", "event.ics")]
    assert sent.body == "Hello.\n\nYour ticket"
    assert '<img src="cid:ticket" alt="Your ticket"' in sent.alternatives[0].content
    assert row.attachments == []
