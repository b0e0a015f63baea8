from __future__ import annotations

from django.conf import settings
from django.db import models


class Visit(models.Model):
    """When somebody last looked at their workspace, and when on the visit before: what is newer is news."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    seen_at = models.DateTimeField()
    before_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.user_id}: {self.seen_at}"
