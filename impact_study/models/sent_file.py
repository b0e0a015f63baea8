from __future__ import annotations

import uuid
from typing import Self

from django.db import models

from impact_study.models.response import Response
from impact_study.models.wave import Wave
from network.models import Project
from network.models.scoped import InProjectQuerySet
from network.scope import Asker


class SentFileQuerySet(InProjectQuerySet["SentFile"]):
    project_path = "wave__study__project"

    def visible_to(self, user: Asker) -> Self:
        """Only of answers that are stored: what is under way is the respondent's alone."""
        return super().visible_to(user).filter(response__isnull=False)


class SentFile(models.Model):
    """A file that a respondent sent as an answer. No hour, no address: random ids tell no order.

    `owner_hash` is made of the mark of their way through the survey, which only their own page carries. Until the
    response is stored the file is theirs alone, and goes when a draft of that moment would go.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    wave = models.ForeignKey(Wave, models.PROTECT, related_name="sent_files")
    response = models.ForeignKey(Response, models.CASCADE, null=True, blank=True, related_name="files")
    owner_hash = models.CharField(max_length=64)
    question = models.CharField(max_length=32)
    file = models.CharField(max_length=100)
    name = models.CharField(max_length=200)
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    expires_at = models.DateTimeField(null=True, blank=True, db_index=True)
    objects = SentFileQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint("owner_hash", "question", "sha256", name="sent_file_once"),
            models.CheckConstraint(
                condition=models.Q(response__isnull=True) ^ models.Q(expires_at__isnull=True),
                name="sent_file_expires_until_it_is_answered",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def project(self) -> Project:
        return self.wave.study.project

    @property
    def project_id(self) -> int:
        return self.wave.study.project_id
