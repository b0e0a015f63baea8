from __future__ import annotations

from django.conf import settings
from django.db import models


class KeptAnswer(models.Model):
    """The answer to a request that made or sent something, so that its repetition changes nothing.

    It is written in the transaction of the effect: where there is no answer, there was no effect.
    """

    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    route = models.CharField(max_length=200)
    key = models.CharField(max_length=100)
    body_hash = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField()
    content_type = models.CharField(max_length=100, blank=True)
    location = models.CharField(max_length=500, blank=True)
    body = models.TextField(blank=True)
    made_at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint("actor", "route", "key", name="kept_answer_once")]

    def __str__(self) -> str:
        return f"{self.route} {self.key}"
