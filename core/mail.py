"""Mails: written as rows in the transaction of their cause, sent by the worker after it."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.message import MIMEPart
from functools import partial
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.db.models import F
from django.template.loader import render_to_string
from django.utils import timezone, translation

from core.models import Mail

_ADDRESS = re.compile(r"^https?://\S+$")
_PICTURE = re.compile(r"\[cid:(\w+) ([^\]\n]+)\]")


def site_url(path: str) -> str:
    """An absolute address for a mail: from the settings, never from the request."""
    return f"{settings.SITE_URL}{path}"


@dataclass(frozen=True, kw_only=True)
class Attachment:
    """A file that goes with a mail; one with a `cid` is a picture of the HTML, where `[cid:name words]` stands."""

    name: str
    kind: str
    content: bytes
    cid: str = ""

    def as_row(self) -> dict[str, str]:
        return {"name": self.name, "kind": self.kind, "base64": b64encode(self.content).decode(), "cid": self.cid}


def post(
    template: str, *, to: str, language: str, context: Mapping[str, Any], key: str = "",
    attachments: Sequence[Attachment] = (),
) -> Mail:  # fmt: skip
    """Write a mail from `TEMPLATE_subject.txt` and `TEMPLATE_message.txt` in the reader's language.

    The same key writes one mail, however often the cause is repeated.
    """
    with translation.override(language):
        words = {"site_name": settings.SITE_NAME, "site_url": settings.SITE_URL, **context}
        subject = " ".join(render_to_string(f"{template}_subject.txt", words).split())
        text = render_to_string(f"{template}_message.txt", words).strip()
        return put(to=to, subject=subject, text=text, key=key, attachments=attachments)


def put(*, to: str, subject: str, text: str, key: str = "", attachments: Sequence[Attachment] = ()) -> Mail:
    """Queue a mail whose words are ready; its HTML says the same in the house's frame."""
    html = render_to_string("mail/frame.html", {"subject": subject, "blocks": blocks(text)})
    wanted: dict[str, Any] = {
        "to": to, "subject": subject[:300], "text": _PICTURE.sub(r"\2", text), "html": html,
        "attachments": [attachment.as_row() for attachment in attachments],
    }  # fmt: skip
    if not key:
        return _on_its_way(Mail.objects.create(**wanted))
    mail, is_new = Mail.objects.get_or_create(key=key, defaults=wanted)
    return _on_its_way(mail) if is_new else mail


def _on_its_way(mail: Mail) -> Mail:
    from core.tasks import send_mail

    # The row stays when the broker is down; the sweeper sends it later.
    transaction.on_commit(partial(send_mail.delay, mail.pk), robust=True)
    return mail


def blocks(text: str) -> list[dict[str, Any]]:
    """The paragraphs of a text: a lone address becomes a link, `[cid:name words]` a picture."""
    pieces = [piece.strip() for piece in re.split(r"\n\s*\n", text) if piece.strip()]
    found = []
    for piece in pieces:
        picture = _PICTURE.fullmatch(piece)
        cid, words = picture.groups() if picture else ("", piece)
        found.append({"text": words, "is_link": bool(_ADDRESS.match(piece)), "cid": cid})
    return found


def send(pk: int) -> bool:
    """Send one mail unless somebody else does or did; raises what the mail server raises."""
    now = timezone.now()
    if not Mail.objects.waiting(at=now).filter(pk=pk).update(claimed_at=now, attempts=F("attempts") + 1):
        return False
    mail = Mail.objects.get(pk=pk)
    message = EmailMultiAlternatives(
        mail.subject, mail.text, to=[mail.to], headers={"Auto-Submitted": "auto-generated"}
    )
    message.attach_alternative(mail.html, "text/html")
    for attachment in mail.attachments:
        _attach(message, attachment)
    try:
        message.send()
    except OSError as refused:  # SMTP's own exceptions are OSErrors too
        Mail.objects.filter(pk=pk).update(claimed_at=None, error=type(refused).__name__)
        raise
    Mail.objects.filter(pk=pk).update(sent_at=timezone.now(), text="", html="", attachments=[], error="")
    return True


def _attach(message: EmailMultiAlternatives, row: Mapping[str, str]) -> None:
    main, _slash, sub = row["kind"].partition("/")
    content = b64decode(row["base64"])
    if row["cid"]:
        picture = MIMEPart()
        picture.set_content(
            content, maintype=main, subtype=sub, cid=f"<{row['cid']}>", disposition="inline", filename=row["name"]
        )
        message.attach(picture)
    else:
        message.attach(row["name"], content, row["kind"])
