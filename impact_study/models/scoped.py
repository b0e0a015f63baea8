"""Who may read what belongs to a study."""

from __future__ import annotations

from django.db import models

from network.models.scoped import InProjectQuerySet


class OfStudyQuerySet[M: models.Model](InProjectQuerySet[M]):
    project_path = "study__project"
