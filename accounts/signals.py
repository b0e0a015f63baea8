"""What allauth tells of an account's keys goes into the audit log: that it happened, never the secret."""

from __future__ import annotations

from typing import Any

from allauth.account.signals import password_changed, password_reset, password_set
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from django.dispatch import receiver

from accounts.models import User
from core import audit


@receiver([password_changed, password_set, password_reset], dispatch_uid="audit of passwords")
def note_password(user: User, **_told: Any) -> None:
    audit.record("accounts.password.changed", target=user, by=user)


@receiver(authenticator_added, dispatch_uid="audit of added factors")
def note_added(user: User, authenticator: Authenticator, **_told: Any) -> None:
    audit.record("accounts.second_factor.added", target=user, by=user, type=str(authenticator.type))


@receiver(authenticator_removed, dispatch_uid="audit of removed factors")
def note_removed(user: User, authenticator: Authenticator, **_told: Any) -> None:
    audit.record("accounts.second_factor.removed", target=user, by=user, type=str(authenticator.type))


@receiver(authenticator_reset, dispatch_uid="audit of new recovery codes")
def note_new_codes(user: User, authenticator: Authenticator, **_told: Any) -> None:
    audit.record("accounts.recovery_codes.renewed", target=user, by=user, type=str(authenticator.type))
