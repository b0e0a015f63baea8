from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.addresses import row_address
from core.models import TimestampedModel
from network.enums import ImportKind, ImportState
from network.models.evidence import Evidence
from network.models.occasion import Occasion
from network.models.partner import Partner
from network.models.project import Project
from network.models.scoped import PersonalDataQuerySet


class ImportBatch(TimestampedModel):
    """One sheet on its way in: read, mapped, previewed, applied in one transaction, and undone if need be."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="import_batches")
    partner = models.ForeignKey(Partner, models.PROTECT, related_name="import_batches")
    kind = models.CharField(_("Kind"), max_length=14, choices=ImportKind)
    state = models.CharField(_("State"), max_length=10, choices=ImportState, default=ImportState.READ)
    original = models.ForeignKey(Evidence, models.PROTECT, related_name="import_batches")
    sheet = models.CharField(max_length=120, blank=True)
    encoding = models.CharField(max_length=40, blank=True)
    delimiter = models.CharField(max_length=4, blank=True)
    header_row = models.PositiveIntegerField(null=True, blank=True)
    columns = models.JSONField(default=list, blank=True)
    mapping = models.JSONField(default=dict, blank=True)
    answers = models.JSONField(default=dict, blank=True)
    questions = models.JSONField(default=list, blank=True)
    counts = models.JSONField(default=dict, blank=True)
    occasion = models.ForeignKey(Occasion, models.PROTECT, null=True, blank=True, related_name="import_batches")
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    applied_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    objects = PersonalDataQuerySet["ImportBatch"].as_manager()

    class Meta:
        ordering = ["-created_at"]
        verbose_name_plural = "import batches"

    def __str__(self) -> str:
        return self.original.given_name

    def get_absolute_url(self) -> str:
        return row_address("network:import_detail", self.project.code, self.pk)


class ImportRow(models.Model):
    """One row of a batch: what was typed, what was read, what is wrong, what became of it."""

    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="rows")
    sheet = models.CharField(max_length=120, blank=True)
    number = models.PositiveIntegerField()
    typed = models.JSONField()
    read = models.JSONField(default=dict, blank=True)
    problems = models.JSONField(default=list, blank=True)
    match = models.CharField(max_length=10, blank=True)
    candidates = models.JSONField(default=list, blank=True)
    decision = models.CharField(max_length=40, blank=True)
    outcome = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["batch", "pk"]
        constraints = [models.UniqueConstraint("batch", "sheet", "number", name="import_row_once")]

    def __str__(self) -> str:
        return f"{self.batch_id}:{self.label}"

    @property
    def label(self) -> str:
        """The row as people name it: its number, with the tab before it where a file has several."""
        return f"{self.sheet}!{self.number}" if self.sheet else str(self.number)

    @property
    def is_refused(self) -> bool:
        return any(not problem["warning"] for problem in self.problems)


class ColumnMapping(TimestampedModel):
    """How a partner's sheets were mapped last time: the next one of the same headers starts there."""

    partner = models.ForeignKey(Partner, models.CASCADE, related_name="column_mappings")
    kind = models.CharField(max_length=14, choices=ImportKind)
    header_key = models.CharField(max_length=64)
    mapping = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint("partner", "kind", "header_key", name="column_mapping_once")]

    def __str__(self) -> str:
        return f"{self.partner}: {self.get_kind_display()}"
