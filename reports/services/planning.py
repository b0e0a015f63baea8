"""When texts are due, and what went to the agency and came back."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, stop_on
from reports.enums import OPEN_FOR_WRITING
from reports.models import Contribution, Report


@transaction.atomic
def move_due_date(*, report: Report, due_on: date, by: User) -> None:
    """For every text that is not handed in; reminders start again from the new day."""
    audit.record("reports.report.due_date_moved", target=report, by=by, due_on=[str(report.due_on), str(due_on)])
    report.due_on = due_on
    report.save(update_fields=["due_on", "changed_at"])
    texts = Contribution.objects.filter(section__report=report, state__in=OPEN_FOR_WRITING)
    texts.update(due_on=due_on, reminded_on=None)


@transaction.atomic
def record_post(
    *, report: Report, sent_on: date | None, receipt: str, answered_on: date | None, answer: str, by: User
) -> None:
    """Keep when an approved report was sent and what the agency answered. Raises ProblemsFound."""
    stop_on(post_problems(sent_on, answered_on))
    report.sent_on, report.receipt, report.answered_on, report.answer = sent_on, receipt, answered_on, answer
    report.save(update_fields=["sent_on", "receipt", "answered_on", "answer", "changed_at"])
    audit.record("reports.report.sent", target=report, by=by, sent_on=str(sent_on), answered_on=str(answered_on))


def post_problems(sent_on: date | None, answered_on: date | None) -> list[Problem]:
    if answered_on and (sent_on is None or answered_on < sent_on):
        return [Problem("order", _("The agency cannot answer before the report was sent."), field="answered_on")]
    return []
