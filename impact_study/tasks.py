"""Background tasks of the impact study: load by id, call a service."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from impact_study.models import ResponseDelta, Wave
from impact_study.services.cards import forget_sheets
from impact_study.services.counters import fold_counts
from impact_study.services.drafts import forget_expired
from impact_study.services.invitation_mails import send_due
from impact_study.services.invitations import forget_addresses
from impact_study.services.response_imports.asking import forget_files
from impact_study.services.sent_files import forget_sent_files
from impact_study.services.steps import flush_steps


@shared_task(name="impact_study.fold_responses")
def fold_responses() -> None:
    """Fold what was counted, and bring the quota board's answers up to date."""
    flush_steps()
    for wave in Wave.objects.filter(pk__in=ResponseDelta.objects.values("wave").distinct()).select_related("study"):
        fold_counts(wave)


@shared_task(name="impact_study.forget_drafts")
def forget_drafts() -> None:
    """Answers nobody came back to, sheets of codes, files that were only checked, and who was asked long ago."""
    forget_expired()
    forget_sent_files()
    forget_addresses(now=timezone.now())
    forget_sheets()
    forget_files()


@shared_task(name="impact_study.send_survey_mail")
def send_survey_mail() -> None:
    send_due()
