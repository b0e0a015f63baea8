from __future__ import annotations

from datetime import datetime, timedelta
from typing import Self

from django.db import models

# Longer than an SMTP server may take; then another worker may try.
CLAIM = timedelta(minutes=5)


class MailQuerySet(models.QuerySet["Mail"]):
    def waiting(self, *, at: datetime) -> Self:
        """Not sent, not given up, and in no worker's hands."""
        unclaimed = models.Q(claimed_at__isnull=True) | models.Q(claimed_at__lt=at - CLAIM)
        return self.filter(unclaimed, sent_at__isnull=True, attempts__lt=Mail.MOST_ATTEMPTS)


class Mail(models.Model):
    """One mail to send: a row first, so that none is lost or doubled. Its text is wiped once it is on its way.

    `attachments` is a list of {"name", "kind", "base64", "cid"}; one with a cid is shown within the HTML.
    """

    MOST_ATTEMPTS = 8

    to = models.EmailField()
    subject = models.CharField(max_length=300)
    text = models.TextField()
    html = models.TextField(blank=True)
    attachments = models.JSONField(default=list, blank=True)
    key = models.CharField(max_length=120, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    claimed_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=300, blank=True)
    objects = MailQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint("key", condition=~models.Q(key=""), name="mail_once_per_key")]
        indexes = [
            models.Index(fields=["created_at"], condition=models.Q(sent_at__isnull=True), name="mail_still_to_send")
        ]

    def __str__(self) -> str:
        return f"mail {self.pk}"
