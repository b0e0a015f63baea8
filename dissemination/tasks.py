"""Background tasks of dissemination: load by id, call a service."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from dissemination.services import cleaning, news, telling, waiting
from dissemination.services.papers import sending
from dissemination.services.plan.links import check_links


@shared_task(name="dissemination.check_links")
def check_due_links() -> None:
    check_links()


@shared_task(name="dissemination.tell_registered", ignore_result=True)
def tell_registered(registration_id: int) -> None:
    telling.tell(registration_id)


@shared_task(name="dissemination.tell_all_registered", ignore_result=True)
def tell_all_registered(registration_ids: list[int]) -> None:
    """One task each, so that they are written side by side and a mail that fails stops no other."""
    for pk in registration_ids:
        tell_registered.delay(pk)


@shared_task(name="dissemination.tell_waiting")
def tell_waiting() -> None:
    """What a broker or a dead worker lost."""
    telling.tell_all_waiting(now=timezone.now())
    news.tell_all_late(now=timezone.now())


@shared_task(name="dissemination.tell_news")
def tell_news(event_id: int, what: str, sequence: int) -> None:
    news.tell_news(event_id, what=what, sequence=sequence)


@shared_task(name="dissemination.expire_offers")
def expire_offers() -> None:
    waiting.expire_offers(now=timezone.now())


@shared_task(name="dissemination.remind_guests")
def remind_guests() -> None:
    news.remind_guests(now=timezone.now())


@shared_task(name="dissemination.ask_how_it_was")
def ask_how_it_was() -> None:
    news.ask_how_it_was(now=timezone.now())


@shared_task(name="dissemination.send_certificate", ignore_result=True)
def send_certificate(certificate_id: int) -> None:
    sending.send_certificate(certificate_id)


@shared_task(name="dissemination.forget_needs")
def forget_needs() -> None:
    cleaning.forget_needs(now=timezone.now())


@shared_task(name="dissemination.forget_absent")
def forget_absent() -> None:
    """Guests who never came."""
    cleaning.forget_absent(now=timezone.now())
