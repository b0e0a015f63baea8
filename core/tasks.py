"""Work in the background that has no subject of its own: ids in, safe to run twice."""

from __future__ import annotations

from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from core import mail
from core.audit_chain import seal_waiting
from core.jobs.running import run
from core.jobs.sweeping import sweep
from core.models import Job, KeptAnswer, Mail

SHORT_WHILE = timedelta(days=90)


@shared_task(name="core.run_job")
def run_job(job_id: str) -> None:
    run(job_id)


@shared_task(name="core.sweep_jobs")
def sweep_jobs() -> None:
    sweep()


@shared_task(name="core.seal_audit")
def seal_audit() -> None:
    seal_waiting()


@shared_task(name="core.forget_old_rows")
def forget_old_rows() -> None:
    """What the house keeps for a while only; answers hold what was sent, and after a day nobody asks again."""
    now = timezone.now()
    KeptAnswer.objects.filter(made_at__lt=now - timedelta(days=1)).delete()
    Job.objects.filter(finished_at__lt=now - SHORT_WHILE).delete()
    Mail.objects.filter(created_at__lt=now - SHORT_WHILE).delete()


@shared_task(name="core.send_mail", autoretry_for=(OSError,), retry_backoff=30, max_retries=5)
def send_mail(mail_id: int) -> None:
    mail.send(mail_id)


@shared_task(name="core.send_waiting_mail")
def send_waiting_mail() -> None:
    """Queue again what the broker or a dead worker lost."""
    now = timezone.now()
    late = Mail.objects.waiting(at=now).filter(created_at__lt=now - timedelta(minutes=1))
    for pk in late.values_list("pk", flat=True)[:200]:
        send_mail.delay(pk)
