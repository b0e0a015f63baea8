from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import TimestampedModel
from impact_study.enums import PublicationState
from impact_study.models.analysis import AnalysisRun
from impact_study.models.scoped import OfStudyQuerySet
from impact_study.models.study import Study


class PublicationQuerySet(OfStudyQuerySet["Publication"]):
    def published(self) -> Self:
        """Published ones, and those that a newer one has replaced."""
        return self.filter(state__in=[PublicationState.PUBLISHED, PublicationState.REPLACED])

    def public(self) -> Self:
        """What strangers may read."""
        return self.published().filter(study__project__is_public=True)

    def once_published(self) -> Self:
        """Also those withdrawn: their addresses answer for good, if only to say so."""
        return self.filter(
            state__in=[PublicationState.PUBLISHED, PublicationState.REPLACED, PublicationState.WITHDRAWN]
        )

    def cited(self) -> Self:
        """What strangers may have cited."""
        return self.once_published().filter(study__project__is_public=True)


class Publication(TimestampedModel):
    """The study as it is published in one language: made from one run, never changed, replaced by the next.

    `texts` are written by hand; `page` is what was made of them and of the run when it was published. An edition found
    wrong is withdrawn: strangers read that and why, auditors still open what was published.
    """

    study = models.ForeignKey(Study, models.PROTECT, related_name="publications")
    run = models.ForeignKey(AnalysisRun, models.PROTECT, related_name="publications")
    language = models.CharField(max_length=7)
    state = models.CharField(_("State"), max_length=10, choices=PublicationState, default=PublicationState.DRAFT)
    texts = models.JSONField(default=dict)
    page = models.JSONField(default=dict, editable=False)
    document = models.FileField(upload_to="studies", blank=True)
    document_sha256 = models.CharField(max_length=64, blank=True)
    package = models.FileField(upload_to="studies", blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    published_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    withdrawn_because = models.TextField(_("Why it was withdrawn"), blank=True)
    objects = PublicationQuerySet.as_manager()

    class Meta:
        ordering = ["study", "-run", "language"]
        constraints = [
            models.UniqueConstraint("run", "language", name="publication_once"),
            models.CheckConstraint(
                condition=models.Q(state=PublicationState.WITHDRAWN, withdrawn_at__isnull=False)
                ^ models.Q(~models.Q(state=PublicationState.WITHDRAWN), withdrawn_at__isnull=True),
                name="publication_withdrawn_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.study} · {self.language}"

    def get_absolute_url(self) -> str:
        return reverse("impact_study:publication_edit", args=[self.study.project.code, self.pk])

    @property
    def project_id(self) -> int:
        return self.study.project_id

    @property
    def is_draft(self) -> bool:
        return self.state == PublicationState.DRAFT

    @property
    def is_public(self) -> bool:
        return self.state in (PublicationState.PUBLISHED, PublicationState.REPLACED)

    @property
    def is_withdrawn(self) -> bool:
        return self.state == PublicationState.WITHDRAWN
