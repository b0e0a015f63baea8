"""Who must have a second factor. This app knows staff; the apps above it say who else."""

from __future__ import annotations

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.models import AnonymousUser

from accounts.models import User

Predicate = Callable[[User], bool]

FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
_requirements: list[Predicate] = []


def require_for(predicate: Predicate) -> Predicate:
    """Ask a second factor of everybody for whom the predicate holds; called in an app's `registrations.py`."""
    _requirements.append(predicate)
    return predicate


def is_missing(user: User | AnonymousUser) -> bool:
    """Whether the user must have a second factor and has none."""
    if not settings.SECOND_FACTOR_REQUIRED or not isinstance(user, User) or not user.is_active:
        return False
    needs_one = user.is_staff or any(requirement(user) for requirement in _requirements)
    return needs_one and not is_mfa_enabled(user, FACTORS)
