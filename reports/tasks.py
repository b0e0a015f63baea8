"""Background tasks of reports."""

from __future__ import annotations

from celery import shared_task

from reports.services.reminders import remind_today


@shared_task(name="reports.remind_writers")
def remind_writers() -> None:
    """Once a day; a second run on the same day finds nothing left to do."""
    remind_today()
