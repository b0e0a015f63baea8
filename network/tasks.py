"""Background tasks of the network: load by id, call a service."""

from __future__ import annotations

from celery import shared_task

from network.models import Project, TallyDelta
from network.services.tallies import fold_tallies


@shared_task(name="network.fold_tallies")
def fold_all_tallies() -> None:
    for project in Project.objects.filter(pk__in=TallyDelta.objects.values("project").distinct()):
        fold_tallies(project)
