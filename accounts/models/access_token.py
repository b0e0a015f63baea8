from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.enums import ApiScope
from core.models import TimestampedModel


class AccessTokenQuerySet(models.QuerySet["AccessToken"]):
    def visible_to(self, user: Any) -> Self:
        """One's own only; even staff see nobody else's."""
        return self.filter(user=user) if user.is_authenticated else self.none()

    def in_force(self, *, at: datetime) -> Self:
        return self.filter(revoked_at__isnull=True, expires_at__gt=at)


class AccessToken(TimestampedModel):
    """A personal key for programs: it may do no more than its owner, and only what it was made for.

    Only its hash is kept. `account_hash` ties it to the account's password: a new password ends it.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="access_tokens")
    name = models.CharField(_("Name"), max_length=80)
    scopes = models.JSONField(_("What it may do"), default=list)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    account_hash = models.CharField(max_length=64, editable=False)
    ending = models.CharField(max_length=4, editable=False)
    expires_at = models.DateTimeField(_("Valid until"))
    revoked_at = models.DateTimeField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)
    objects = AccessTokenQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(
                "user", "name", condition=models.Q(revoked_at__isnull=True), name="token_name_once_per_user"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} …{self.ending}"

    def allows(self, scope: str) -> bool:
        return scope in self.scopes

    @property
    def scope_labels(self) -> Sequence[str]:
        return [str(ApiScope(scope).label) for scope in self.scopes if scope in ApiScope]
