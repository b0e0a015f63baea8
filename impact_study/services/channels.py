"""Ways into a wave: opened and withdrawn by partners, each its own."""

from __future__ import annotations

import secrets
from hashlib import sha256

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit, mail
from core.problems import Problem, ProblemsFound
from impact_study.enums import ChannelKind
from impact_study.models import Channel, Wave
from network.models import Partner


@transaction.atomic
def open_channel(
    *, wave: Wave, partner: Partner, kind: str, by: User | None, language: str = "", limit: int | None = None
) -> Channel:
    """A new way in, credited to a partner. Raises ProblemsFound for somebody else's partner."""
    if by is not None and not by.has_perm("network.write_for_partner", partner):
        raise ProblemsFound([Problem("partner_not_yours", _("This partner is not yours."), field="partner")])
    channel = Channel.objects.create(wave=wave, partner=partner, kind=kind, language=language, limit=limit)
    audit.record("impact_study.channel.opened", target=channel, by=by, kind=kind, partner=partner.pk)
    return channel


@transaction.atomic
def revoke_channel(*, channel: Channel, by: User | None) -> bool:
    """Close a way in for good; who is answering cannot go on. False when it was closed already."""
    done = bool(Channel.objects.filter(pk=channel.pk, revoked_at=None).update(revoked_at=timezone.now()))
    if done:
        audit.record("impact_study.channel.revoked", target=channel, by=by)
    return done


@transaction.atomic
def new_key(*, channel: Channel, by: User | None) -> str:
    """The key with which a program sends responses: shown this once, an earlier one stops working."""
    if channel.kind != ChannelKind.PROGRAM:
        raise ProblemsFound([Problem("wrong_channel", _("Only a program's channel has a key."))])
    key = secrets.token_urlsafe(32)
    Channel.objects.filter(pk=channel.pk).update(key_hash=key_hash(key))
    audit.record("impact_study.channel.key_made", target=channel, by=by)
    return key


def key_hash(key: str) -> str:
    return sha256(f"impact_study.channel:{key}".encode()).hexdigest()


def address_of(channel: Channel, *, code: str = "") -> str:
    """What is handed out. Without a language of the channel the browser's own decides."""
    prefix = f"/{channel.language}" if channel.language else ""
    return mail.site_url(f"{prefix}/s/{channel.slug}/" + (f"?code={code}" if code else ""))
