from __future__ import annotations

from django.db import models

from network.models.category import Category
from network.models.partner import Partner


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
