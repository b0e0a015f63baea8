from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import TimestampedModel
from impact_study.models.wave import Channel, Wave
from network.enums import RespondentGroup
from network.models import Partner, Person, Project
from network.models.scoped import InProjectQuerySet
from network.scope import Asker, scope_of


class SurveyInvitationQuerySet(models.QuerySet["SurveyInvitation"]):
    def visible_to(self, user: Asker) -> Self:
        """Invitations carry addresses: own partner's, or all of a project for coordinator and auditor."""
        scope = scope_of(user)
        if scope.everything:
            return self
        return self.filter(
            models.Q(channel__partner__in=scope.partners_with_names)
            | models.Q(channel__wave__study__project__in=scope.projects_with_all_names)
        )

    def in_project(self, project: Project) -> Self:
        return self.filter(channel__wave__study__project=project)


class SurveyInvitation(TimestampedModel):
    """Somebody was asked by mail. In an anonymous study nothing leads from here to an answer; only `is_done` is set."""

    channel = models.ForeignKey(Channel, models.CASCADE, related_name="invitations")
    person = models.ForeignKey(
        Person, models.CASCADE, null=True, blank=True, related_name="survey_invitations", verbose_name=_("Person")
    )
    email = models.EmailField(_("E-mail"))
    language = models.CharField(_("Language"), max_length=7)
    country = models.CharField(max_length=2, blank=True)
    token_hash = models.CharField(max_length=64, unique=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    opened = models.BooleanField(default=False)
    reminders = models.PositiveSmallIntegerField(default=0)
    reminded_at = models.DateTimeField(null=True, blank=True)
    is_done = models.BooleanField(default=False)
    bounced = models.BooleanField(default=False)
    unsubscribed = models.BooleanField(default=False)
    objects = SurveyInvitationQuerySet.as_manager()

    class Meta:
        ordering = ["channel", "email"]
        constraints = [
            models.UniqueConstraint("channel", "email", name="survey_invitation_once"),
            models.CheckConstraint(condition=models.Q(reminders__lte=2), name="survey_invitation_two_reminders"),
        ]

    def __str__(self) -> str:
        return f"{self.channel}"


class CodeBatchQuerySet(InProjectQuerySet["CodeBatch"]):
    project_path = "wave__study__project"


class CodeBatch(TimestampedModel):
    """That a partner was given so many code cards. The codes themselves are kept nowhere.

    The printed sheet waits for a day under `file`, then it is deleted.
    """

    wave = models.ForeignKey(Wave, models.CASCADE, related_name="code_batches")
    partner = models.ForeignKey(Partner, models.CASCADE, related_name="code_batches")
    group = models.CharField(max_length=12, choices=RespondentGroup)
    cards = models.PositiveIntegerField(_("Cards"))
    file = models.CharField(max_length=100, blank=True, editable=False)
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    objects = CodeBatchQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.partner}: {self.cards}"

    @property
    def project_id(self) -> int:
        return self.wave.study.project_id
