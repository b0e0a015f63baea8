from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models


class AuditQuerySet(models.QuerySet["AuditEntry"]):
    def sealed(self) -> Self:
        """The chain, from its first link."""
        return self.filter(sealed_number__isnull=False).order_by("sealed_number")

    def unsealed(self) -> Self:
        return self.filter(sealed_number__isnull=True).order_by("pk")


class AuditEntry(models.Model):
    """One line of the append-only log: who did what to which record, and when.

    The chain is closed over ids and hashes by `core.seal_audit`. `detail` stays outside it: only its salted hash is
    sealed, so that a person's values can be erased without breaking the chain. The actor's number stays when the
    account goes.
    """

    at = models.DateTimeField(auto_now_add=True, db_index=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.DO_NOTHING, null=True, related_name="+", db_constraint=False
    )
    action = models.CharField(max_length=80)
    target_type = models.CharField(max_length=60, blank=True)
    target_id = models.CharField(max_length=40, blank=True)
    project_id = models.BigIntegerField(null=True)
    request_id = models.CharField(max_length=40, blank=True)
    detail = models.JSONField(default=dict, blank=True)
    detail_salt = models.CharField(max_length=32, blank=True)
    detail_hash = models.CharField(max_length=64, blank=True)
    detail_erased_at = models.DateTimeField(null=True)
    sealed_number = models.PositiveBigIntegerField(null=True, unique=True)
    sealed_hash = models.CharField(max_length=64, blank=True)
    objects = AuditQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["target_type", "target_id"]),
            models.Index(fields=["project_id", "-at"]),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.target_type} {self.target_id}"
