"""Learners without a name are known by the keyed hash of their partner's roster code."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from network.models import Partner


def roster_key(partner: Partner, code: str) -> str:
    """The same code of the same partner gives the same key; nobody without the partner's secret can make it."""
    if not code:
        return ""
    if not partner.roster_secret:
        partner.roster_secret = secrets.token_hex(32)
        partner.save(update_fields=["roster_secret", "changed_at"])
    return hmac.new(partner.roster_secret.encode(), code.encode(), hashlib.sha256).hexdigest()
