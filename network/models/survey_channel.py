from __future__ import annotations

from django.db import models

from core.models import TimestampedModel
from network.enums import RespondentGroup
from network.models.category import Category
from network.models.partner import Partner
from network.models.project import Project


class SurveyChannel(TimestampedModel):
    """How another app asks for a survey and gets a link and counts back, knowing nothing of the study."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="survey_channels")
    partner = models.ForeignKey(Partner, models.CASCADE, null=True, blank=True, related_name="survey_channels")
    group = models.CharField(max_length=12, choices=RespondentGroup)
    wave = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    address = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["project", "wave"]

    def __str__(self) -> str:
        return self.title


class AnswerCount(models.Model):
    """How many answers came in, by partner, category and wave. No key leads from a person to an answer."""

    partner = models.ForeignKey(Partner, models.CASCADE, related_name="answer_counts")
    category = models.ForeignKey(Category, models.CASCADE, related_name="answer_counts")
    wave = models.CharField(max_length=40)
    answers = models.PositiveIntegerField(default=0)
    target = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["partner", "category", "wave"]
        constraints = [models.UniqueConstraint("partner", "category", "wave", name="answer_count_once")]

    def __str__(self) -> str:
        return f"{self.wave}: {self.answers}"
