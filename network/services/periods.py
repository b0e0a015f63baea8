"""Reporting periods: made, closed, locked into a snapshot, and reopened only with a reason."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, ProblemsFound, stop_on
from network.enums import PeriodState
from network.models import Adjustment, AggregateCount, Participation, Period, Project, Snapshot
from network.rules.periods import period_problems
from network.rules.snapshots import digest_of
from network.services.board import quota_board
from network.services.counting import recount, touched_by
from network.services.snapshots import records_behind, snapshot_figures
from network.services.states import states_of, tally_states


@transaction.atomic
def create_period(
    *, project: Project, name: str, starts_on: date, ends_on: date, by: User | None, due_on: date | None = None
) -> Period:
    """Open a period; records of its days that no period took in yet become its own."""
    others = list(Period.objects.filter(project=project))
    stop_on(
        period_problems(
            starts_on=starts_on, ends_on=ends_on, others=others,
            project_from=project.starts_on, project_to=project.ends_on,
        )
    )  # fmt: skip
    period = Period.objects.create(project=project, name=name, starts_on=starts_on, ends_on=ends_on, due_on=due_on)
    homeless = Participation.objects.filter(project=project, period__isnull=True, held_on__lte=ends_on)
    records = list(homeless)
    touched, states = touched_by(records), states_of(records)
    homeless.update(period=period)
    for record in records:
        record.period = period
    tally_states(states, states_of(records))
    unnamed = AggregateCount.objects.filter(Q(occasion__held_on__lte=ends_on), partner__project=project, period=None)
    unnamed.update(period=period)
    audit.record("network.period.created", target=period, by=by)
    recount(touched, by=by, reason=_("A period was opened."))
    return period


@transaction.atomic
def close_period(*, period: Period, by: User) -> None:
    """From now on only corrections are made before the period is locked."""
    _move(period, {PeriodState.OPEN}, PeriodState.CLOSING)
    audit.record("network.period.closing", target=period, by=by)


@transaction.atomic
def lock_period(*, period: Period, by: User) -> Snapshot:
    """Keep every figure with the records behind it. Raises ProblemsFound while the period still runs."""
    problems = []
    if period.ends_on >= timezone.localdate():
        message = _("The period runs until %(day)s. Lock it after its last day.") % {"day": period.ends_on}
        problems.append(Problem("still_running", message))
    earlier = Period.objects.filter(project=period.project_id, ends_on__lt=period.starts_on)
    if earlier.exclude(state=PeriodState.LOCKED).exists():
        problems.append(Problem("earlier_open", _("An earlier period is not locked yet. Lock them in order.")))
    stop_on(problems)
    _move(period, {PeriodState.OPEN, PeriodState.CLOSING}, PeriodState.LOCKED)
    board = quota_board(period.project, period=period)
    figures, records = snapshot_figures(board, period), records_behind(period)
    snapshot = Snapshot.objects.create(
        period=period, number=period.snapshots.count() + 1, figures=figures, records=records,
        sha256=digest_of({"figures": figures, "records": records}), taken_by=by,
    )  # fmt: skip
    audit.record("network.period.locked", target=period, by=by, snapshot=snapshot.pk, sha256=snapshot.sha256)
    return snapshot


@transaction.atomic
def reopen_period(*, period: Period, reason: str, by: User) -> None:
    """Open a locked period again; the old snapshot is kept and names who reopened it and why."""
    if not reason.strip():
        raise ProblemsFound([Problem("reason", _("Say why the period has to be opened again."), field="reason")])
    _move(period, {PeriodState.LOCKED}, PeriodState.OPEN)
    newest = period.snapshots.order_by("number").last()
    if newest:
        newest.reopened_at, newest.reopened_by, newest.reopening_reason = timezone.now(), by, reason
        newest.save(update_fields=["reopened_at", "reopened_by", "reopening_reason"])
    audit.record("network.period.reopened", target=period, by=by, reason=reason)


@transaction.atomic
def approve_adjustment(*, adjustment: Adjustment, by: User) -> None:
    """Say yes to a change behind a locked figure; whoever made it does not approve it."""
    if adjustment.made_by_id == by.pk:
        raise ProblemsFound([Problem("own_change", _("Whoever made the change cannot approve it. Ask a colleague."))])
    approved = Adjustment.objects.filter(pk=adjustment.pk, approved_at__isnull=True)
    if approved.update(approved_by=by, approved_at=timezone.now()):
        audit.record("network.adjustment.approved", target=adjustment, by=by)


def _move(period: Period, allowed: set[PeriodState], to: PeriodState) -> None:
    moved = Period.objects.filter(pk=period.pk, state__in=allowed).update(state=to, changed_at=timezone.now())
    if not moved:
        raise ProblemsFound([Problem("state", _("The period was changed meanwhile. Load the page again."))])
    period.state = to


def snapshot_difference(older: Snapshot, newer: Snapshot) -> list[dict[str, Any]]:
    """The cells whose new heads differ between two snapshots of a period."""
    before, after = _new_heads(older), _new_heads(newer)
    return [
        {"partner": key[0], "category": key[1], "before": before.get(key, 0), "after": after.get(key, 0)}
        for key in sorted({*before, *after})
        if before.get(key, 0) != after.get(key, 0)
    ]


def _new_heads(snapshot: Snapshot) -> dict[tuple[int, str], int]:
    return {
        (cell["partner"], category["code"]): cell["new"]
        for category in snapshot.figures["categories"]
        for cell in category["cells"]
    }
