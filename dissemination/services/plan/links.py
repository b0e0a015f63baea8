"""Asking the addresses of activities again, since proof on the web disappears."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import F, Q
from django.utils import timezone

from dissemination.enums import LinkState
from dissemination.models import ActivityLink
from dissemination.services.plan.probing import Answer, probe

EVERY = timedelta(days=7)
AT_ONCE = 200
# A site may be down for an hour: only the second failure in a row makes a link dead.
FAILURES = 2


def due_links() -> list[ActivityLink]:
    """Links not asked for a week, or failed last time; the longest unasked first."""
    week_ago, day_ago = timezone.now() - EVERY, timezone.now() - timedelta(hours=20)
    due = Q(checked_at__isnull=True) | Q(checked_at__lt=week_ago) | Q(checked_at__lt=day_ago, failures__gt=0)
    return list(ActivityLink.objects.filter(due).order_by(F("checked_at").asc(nulls_first=True))[:AT_ONCE])


def check_links(*, allow_private: bool = False) -> tuple[int, int]:
    """Ask every link that is due; returns how many were asked and how many are dead now."""
    links = due_links()
    for link in links:
        note_answer(link, probe(link.url, allow_private=allow_private))
    return len(links), sum(link.state == LinkState.DEAD for link in links)


def note_answer(link: ActivityLink, answer: Answer) -> None:
    link.checked_at = timezone.now()
    link.answer = answer.words[:100]
    link.failures = 0 if answer.is_alive else min(link.failures + 1, FAILURES)
    if answer.is_alive:
        link.state = LinkState.ALIVE
    elif link.failures >= FAILURES:
        link.state = LinkState.DEAD
    link.save(update_fields=["checked_at", "answer", "failures", "state", "changed_at"])
