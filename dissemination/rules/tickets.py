"""The token on a ticket: random to whoever does not hold the installation's key, no word about its holder."""

from __future__ import annotations

import hmac
from base64 import b32encode
from hashlib import sha256
from uuid import UUID

from django.conf import settings


def hash_of(token: str) -> str:
    """What is kept of a token."""
    return sha256(token.encode()).hexdigest()


def ticket_token(uid: UUID, key: str = "") -> str:
    """160 bits in capital letters and digits, which a QR symbol packs tightly. The same row gives the same token."""
    made = hmac.digest((key or settings.SECRET_KEY).encode(), b"dissemination.ticket:" + uid.bytes, "sha256")
    return b32encode(made[:20]).decode()


def known_token(uid: UUID, kept: str) -> str:
    """The token whose hash was kept, also when the installation's key was changed since; "" if that key is gone."""
    for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        if hash_of(token := ticket_token(uid, key)) == kept:
            return token
    return ""
