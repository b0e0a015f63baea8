from __future__ import annotations

import secrets
from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.labels import LabelField, in_language
from core.models import TimestampedModel
from impact_study.enums import Anonymity, Design, Linkage, StudyState
from network.models import Project
from network.models.scoped import InProjectQuerySet


def new_secret() -> str:
    return secrets.token_hex(32)


class StudyQuerySet(InProjectQuerySet["Study"]):
    def published(self) -> Self:
        return self.filter(state__in=[StudyState.PUBLISHED, StudyState.ARCHIVED], project__is_public=True)


class Study(TimestampedModel):
    """One inquiry of a project: who is asked what, before and after, and how answers of one respondent are linked.

    `secret` makes and checks the codes of respondents; it is destroyed at closing, and from then on nobody can
    tell which answers a code belongs to.
    """

    project = models.ForeignKey(Project, models.PROTECT, related_name="studies")
    code = models.SlugField(_("Code"), max_length=30)
    title = LabelField(_("Title"))
    design = models.CharField(_("Design"), max_length=20, choices=Design, default=Design.PRE_POST)
    linkage = models.CharField(_("Linking"), max_length=10, choices=Linkage, default=Linkage.CODE)
    anonymity = models.CharField(_("Anonymity"), max_length=12, choices=Anonymity, default=Anonymity.ANONYMOUS)
    minimum_group = models.PositiveSmallIntegerField(_("Smallest group shown"), default=5)
    has_minors = models.BooleanField(_("Minors are asked"), default=False)
    legal_basis = models.CharField(_("Legal basis"), max_length=200, blank=True)
    responsible = models.CharField(_("Who answers questions about the data"), max_length=200, blank=True)
    retain_until = models.DateField(_("Answers are kept until"), null=True, blank=True)
    time_zone = models.CharField(_("Time zone"), max_length=40, default="Europe/Madrid")
    base_language = models.CharField(_("Language of the source"), max_length=7, default="en")
    languages = models.JSONField(_("Languages"), default=list)
    is_simulated = models.BooleanField(_("The answers are simulated"), default=False)
    state = models.CharField(_("State"), max_length=10, choices=StudyState, default=StudyState.DRAFT)
    secret = models.CharField(max_length=64, default=new_secret, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    objects = StudyQuerySet.as_manager()

    class Meta:
        ordering = ["project", "code"]
        verbose_name_plural = "studies"
        constraints = [
            models.UniqueConstraint("project", "code", name="study_code_once"),
            models.CheckConstraint(condition=models.Q(minimum_group__gte=5), name="study_minimum_group_at_least_five"),
        ]

    def __str__(self) -> str:
        return in_language(self.title) or self.code

    def get_absolute_url(self) -> str:
        return reverse("impact_study:study_detail", args=[self.project.code, self.pk])

    @property
    def is_running(self) -> bool:
        return self.state == StudyState.RUNNING

    @property
    def is_anonymous(self) -> bool:
        return self.anonymity == Anonymity.ANONYMOUS
