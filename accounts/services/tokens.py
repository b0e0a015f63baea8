"""Personal tokens: made once shown once, found by their hash, ended by their owner."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _

from accounts.models import AccessToken, User
from core import audit
from core.problems import Problem, ProblemsFound

PREFIX = "net_"
LONGEST = timedelta(days=365)
NOTE_USE_EVERY = timedelta(minutes=10)


def make_token(*, user: User, name: str, scopes: Collection[str], days: int) -> tuple[AccessToken, str]:
    """The token's row and its secret, which nobody can read again. Raises ProblemsFound for a name in use."""
    secret = PREFIX + secrets.token_urlsafe(32)
    token = AccessToken(
        user=user, name=name, scopes=sorted(scopes), token_hash=digest(secret), account_hash=account_hash(user),
        ending=secret[-4:], expires_at=timezone.now() + min(timedelta(days=days), LONGEST),
    )  # fmt: skip
    try:
        with transaction.atomic():
            token.save()
            audit.record("accounts.token.made", target=token, by=user, scopes=token.scopes)
    except IntegrityError as taken:
        message = _("You have a token of this name already.")
        raise ProblemsFound([Problem("name_taken", message, field="name")]) from taken
    return token, secret


def find_token(secret: str) -> AccessToken | None:
    """The token in force that the secret belongs to; None when it ended, or its account's password changed."""
    found = AccessToken.objects.in_force(at=timezone.now()).filter(token_hash=digest(secret))
    token = found.select_related("user").first()
    if token is None or not token.user.is_active:
        return None
    return token if constant_time_compare(token.account_hash, account_hash(token.user)) else None


def note_use(token: AccessToken) -> None:
    """Keep roughly when it was last used, without a write for every request."""
    now = timezone.now()
    if token.used_at is None or token.used_at < now - NOTE_USE_EVERY:
        AccessToken.objects.filter(pk=token.pk).update(used_at=now)


@transaction.atomic
def revoke_token(*, token: AccessToken, by: User) -> None:
    if AccessToken.objects.filter(pk=token.pk, revoked_at__isnull=True).update(revoked_at=timezone.now()):
        audit.record("accounts.token.revoked", target=token, by=by)


def digest(secret: str) -> str:
    # The secret has 256 random bits: a slow hash would add nothing.
    return hashlib.sha256(secret.encode()).hexdigest()


def account_hash(user: User) -> str:
    return hashlib.sha256(f"{user.pk}:{user.password}".encode()).hexdigest()
