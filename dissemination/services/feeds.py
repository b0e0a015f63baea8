"""Private calendar addresses: made once, shown once, revoked when no longer wanted."""

from __future__ import annotations

import secrets

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import User
from core import audit
from dissemination.models import CalendarLink, Event
from dissemination.rules.tickets import hash_of


@transaction.atomic
def make_link(*, name: str, by: User) -> tuple[CalendarLink, str]:
    """A new address; its token is not kept and cannot be shown again."""
    token = secrets.token_urlsafe(32)
    link = CalendarLink.objects.create(user=by, name=name.strip()[:100], token_hash=hash_of(token))
    audit.record("dissemination.calendar_link.made", target=link, by=by)
    return link, token


@transaction.atomic
def revoke_link(*, link: CalendarLink, by: User) -> None:
    """From now on the address leads nowhere."""
    CalendarLink.objects.filter(pk=link.pk, revoked_at=None).update(revoked_at=timezone.now())
    audit.record("dissemination.calendar_link.revoked", target=link, by=by)


def link_of(token: str) -> CalendarLink | None:
    return CalendarLink.objects.in_force().select_related("user").filter(token_hash=hash_of(token)).first()


def events_of(link: CalendarLink) -> QuerySet[Event]:
    """All events of the projects its owner works in today, drafts too."""
    mine = Event.objects.visible_to(link.user)
    return mine.select_related("project", "partner__organisation").order_by("starts_at", "pk")
