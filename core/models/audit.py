from __future__ import annotations

from django.conf import settings
from django.db import models


class AuditEntry(models.Model):
    """One line of the append-only log: who did what to which record, and when.

    The chain is closed over ids and hashes by `core.seal_audit`; `detail` stays outside it, so that a person's
    values can be erased without breaking it.
    """

    at = models.DateTimeField(auto_now_add=True, db_index=True)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    action = models.CharField(max_length=80)
    target_type = models.CharField(max_length=60, blank=True)
    target_id = models.CharField(max_length=40, blank=True)
    project_id = models.BigIntegerField(null=True)
    request_id = models.CharField(max_length=40, blank=True)
    detail = models.JSONField(default=dict, blank=True)
    sealed_hash = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["target_type", "target_id"]),
            models.Index(fields=["project_id", "-at"]),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.target_type} {self.target_id}"
