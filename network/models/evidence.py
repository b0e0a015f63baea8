from __future__ import annotations

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.addresses import row_address
from core.models import TimestampedModel
from network.enums import EvidenceKind
from network.models.partner import Partner
from network.models.project import Project
from network.models.scoped import PersonalDataQuerySet

TWO_DAYS = "two-days:"  # before the two days that one page was used for


class EvidenceQuerySet(PersonalDataQuerySet["Evidence"]):
    def sound(self) -> Self:
        """Evidence that still proves: not superseded, not flagged, with its file or archived copy."""
        return self.filter(superseded_by__isnull=True, flagged="").exclude(file="")


class Evidence(TimestampedModel):
    """A file that proves participations. The same bytes are one row per project; it is superseded, never changed."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="evidence")
    partner = models.ForeignKey(Partner, models.PROTECT, null=True, blank=True, related_name="evidence")
    kind = models.CharField(_("Kind"), max_length=12, choices=EvidenceKind)
    title = models.CharField(_("Title"), max_length=200, blank=True)
    file = models.FileField(upload_to="evidence/%Y/%m/", max_length=200, blank=True)
    given_name = models.CharField(max_length=200, blank=True)
    content_type = models.CharField(max_length=100, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, editable=False, db_index=True)
    url = models.URLField(_("Address"), blank=True)
    captured_on = models.DateField(_("Captured on"), null=True, blank=True)
    covers = models.CharField(_("Pages or lines it covers"), max_length=100, blank=True)
    proves_on = models.DateField(_("Day it proves"), null=True, blank=True)
    flagged = models.CharField(max_length=200, blank=True)
    superseded_by = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="supersedes")
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    objects = EvidenceQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        verbose_name_plural = "evidence"
        constraints = [models.UniqueConstraint("project", "sha256", name="evidence_bytes_once")]

    def __str__(self) -> str:
        return self.title or self.given_name

    def get_absolute_url(self) -> str:
        return row_address("network:evidence_detail", self.project.code, self.pk)

    @property
    def flag_words(self) -> str:
        """Why it is in question, in the reader's language; older flags are kept as they were worded."""
        if not self.flagged.startswith(TWO_DAYS):
            return self.flagged
        first, second = (date.fromisoformat(day) for day in self.flagged.removeprefix(TWO_DAYS).split(","))
        return gettext("Used for %(first)s and for %(second)s.") % {
            "first": date_format(first, "DATE_FORMAT"),
            "second": date_format(second, "DATE_FORMAT"),
        }


class Proof(models.Model):
    """Which lines of a piece of evidence prove which participation."""

    evidence = models.ForeignKey(Evidence, models.PROTECT, related_name="proofs")
    participation = models.ForeignKey("network.Participation", models.CASCADE, related_name="proofs")
    lines = models.CharField(_("Lines"), max_length=60, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint("evidence", "participation", name="proof_once")]

    def __str__(self) -> str:
        return f"{self.evidence} → {self.participation_id}"
