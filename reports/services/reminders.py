"""Ask for contributions that are due: their writers before, the coordinators too once they are late."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils import timezone, translation

from accounts.models import User
from core import mail
from network.enums import Role
from network.models import Membership
from reports.models import Contribution, Report
from reports.rules.reminders import is_reminder_due

WRITERS_IN_TURN = (Role.MANAGER, Role.CONTRIBUTOR)


def remind_writers(*, today: date) -> int:
    """Write a mail to each person about each report with texts to remind of; says how many mails."""
    awaited = Contribution.objects.awaited().filter(due_on__isnull=False).order_by("section__outline__order", "pk")
    due = [
        each
        for each in awaited.select_related("section__outline", "section__report__project", "partner__organisation")
        if each.due_on and is_reminder_due(each.due_on, today, each.reminded_on)
    ]
    by_report: dict[Report, list[Contribution]] = defaultdict(list)
    for each in due:
        by_report[each.section.report].append(each)
    return sum(remind_of(report, texts, today=today) for report, texts in by_report.items())


@transaction.atomic
def remind_of(report: Report, texts: list[Contribution], *, today: date) -> int:
    """The mails about one report and the note that they were written stand or fall together."""
    of_reader: dict[User, list[Contribution]] = defaultdict(list)
    for text in texts:
        for reader in readers_of(text, today=today):
            of_reader[reader].append(text)
    for reader, own in of_reader.items():
        write_mail(report, reader, own, today=today)
    Contribution.objects.filter(pk__in=[text.pk for text in texts]).update(reminded_on=today)
    return len(of_reader)


def readers_of(text: Contribution, *, today: date) -> set[User]:
    """The partner's managers, else its contributors; the coordinators for their own texts and for late ones."""
    project = text.section.report.project_id
    in_force = Membership.objects.in_force(on=today).filter(project=project, user__is_active=True)
    found: set[User] = set()
    if text.partner_id:
        at_partner = in_force.filter(partner=text.partner_id)
        found = next(filter(None, (users(at_partner.filter(role=role)) for role in WRITERS_IN_TURN)), set())
    if text.partner_id is None or not found or (text.due_on and text.due_on < today):
        found |= users(in_force.filter(Q(role=Role.COORDINATOR)))
    return found


def users(memberships: Iterable[Membership]) -> set[User]:
    return {membership.user for membership in memberships.select_related("user")}  # type: ignore[attr-defined]


def write_mail(report: Report, reader: User, texts: list[Contribution], *, today: date) -> None:
    with translation.override(reader.language):
        items = [
            {
                "title": str(text),
                "due_on": text.due_on,
                "is_late": bool(text.due_on and text.due_on < today),
                "url": mail.site_url(text.get_absolute_url()),
            }
            for text in texts
        ]
        context = {"name": reader.get_short_name(), "report": report, "project": report.project, "items": items}
        mail.post(
            "reports/mail/reminder",
            to=reader.email,
            language=reader.language,
            context=context,
            key=f"reports.reminder:{report.pk}:{reader.pk}:{today.isoformat()}",
        )


def remind_today() -> int:
    return remind_writers(today=timezone.localdate())
