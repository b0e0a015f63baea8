from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import TimestampedModel
from network.scope import Asker


class CalendarLinkQuerySet(models.QuerySet["CalendarLink"]):
    def visible_to(self, user: Asker) -> Self:
        return self.filter(user=user.pk) if user.is_authenticated else self.none()

    def in_force(self) -> Self:
        return self.filter(revoked_at__isnull=True, user__is_active=True)


class CalendarLink(TimestampedModel):
    """A private address under which somebody's calendar reads their events, until they revoke it."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="calendar_links")
    name = models.CharField(_("Name"), max_length=100)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    revoked_at = models.DateTimeField(null=True, blank=True)
    objects = CalendarLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.name
