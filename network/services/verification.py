"""Deciding on records: submitted ones are verified, returned with a reason, or rejected; by somebody else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, ProblemsFound
from network.enums import Mode, ParticipationState
from network.models import Evidence, Participation, Period, Proof
from network.rules.participation import verifying_problems
from network.rules.periods import taking_in
from network.services.counting import recount, touched_by
from network.services.states import state_deltas, states_of, tally_states

OPEN = (ParticipationState.DRAFT, ParticipationState.RETURNED)


@dataclass
class Decided:
    """What a bulk decision did: the records it changed, and for the others why not."""

    done: list[int] = field(default_factory=list)
    skipped: list[tuple[Participation, Sequence[Problem]]] = field(default_factory=list)


@transaction.atomic
def verify_participations(*, records: Iterable[Participation], by: User) -> Decided:
    """Verify what can be; the rest is told with reasons. Counts follow in the same transaction."""
    listed = _locked(records)
    kinds = _evidence_kinds(listed)
    decided = Decided()
    for record in listed:
        accepted = record.category.evidence_virtual if record.mode == Mode.VIRTUAL else record.category.evidence_on_site
        problems = verifying_problems(
            state=record.state,
            is_recorder=record.recorded_by_id == by.pk,
            may=by.has_perm("network.decide_participation", record),
            evidence_kinds=kinds[record.pk],
            accepted=accepted,
        )
        if problems:
            decided.skipped.append((record, problems))
        else:
            decided.done.append(record.pk)
    done = set(decided.done)
    _take_in([record for record in listed if record.pk in done], by=by)
    return decided


def _locked(records: Iterable[Participation]) -> list[Participation]:
    keys = [record.pk for record in records]
    rows = Participation.objects.filter(pk__in=keys).order_by("pk").select_for_update(of=("self",), no_key=True)
    return list(rows.select_related("category", "partner"))


def _evidence_kinds(records: Iterable[Participation]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    links = Proof.objects.filter(
        participation__in=[record.pk for record in records], evidence__in=Evidence.objects.sound()
    ).values_list("participation_id", "evidence__kind")
    for record, kind in links:
        found[record].add(kind)
    return found


def _take_in(records: Sequence[Participation], *, by: User) -> None:
    now, before = timezone.now(), states_of(records)
    periods = {project: list(Period.objects.filter(project=project)) for project in {r.project_id for r in records}}
    for record in records:
        record.period, record.is_late = taking_in(periods[record.project_id], record.held_on)
        record.state, record.decided_by, record.decided_at = ParticipationState.VERIFIED, by, now
        record.reason, record.version, record.changed_at = "", record.version + 1, now
    alike: dict[tuple[int | None, bool], list[int]] = defaultdict(list)
    for record in records:
        alike[record.period_id, record.is_late].append(record.pk)
    for (period, is_late), keys in alike.items():
        Participation.objects.filter(pk__in=keys).update(
            state=ParticipationState.VERIFIED, decided_by=by, decided_at=now, reason="", version=F("version") + 1,
            period=period, is_late=is_late, changed_at=now,
        )  # fmt: skip
    audit.record_many(audit.entry("network.participation.verified", target=record, by=by) for record in records)
    recount(
        touched_by(records), by=by, reason=_("Records were verified."),
        categories={record.category for record in records}, beside=state_deltas(before, states_of(records)),
    )  # fmt: skip


@transaction.atomic
def submit_participations(*, records: Iterable[Participation], by: User) -> Decided:
    """Hand drafts and returned records in for verification."""
    decided = Decided()
    for record in _locked(records):
        if not by.has_perm("network.submit_participation", record):
            decided.skipped.append((record, [Problem("not_allowed", _("You may not submit it."))]))
        elif record.state not in OPEN:
            problem = Problem("not_open", _("Only drafts and returned records can be submitted."))
            decided.skipped.append((record, [problem]))
        else:
            _move(record, ParticipationState.SUBMITTED, by=by)
            decided.done.append(record.pk)
    return decided


@transaction.atomic
def decide_against(*, records: Iterable[Participation], state: ParticipationState, reason: str, by: User) -> Decided:
    """Return records to whoever recorded them, or reject them, with a reason. Verified ones stop counting."""
    if not reason.strip():
        raise ProblemsFound([Problem("reason", _("Give a reason that the recorder can act on."), field="reason")])
    decided, listed = Decided(), _locked(records)
    for record in listed:
        if not by.has_perm("network.decide_participation", record):
            decided.skipped.append((record, [Problem("not_allowed", _("You may not decide on it."))]))
        elif record.state not in (ParticipationState.SUBMITTED, ParticipationState.VERIFIED):
            problem = Problem("not_submitted", _("Only submitted and verified records can be decided on."))
            decided.skipped.append((record, [problem]))
        else:
            _move(record, state, by=by, reason=reason.strip()[:300], decides=True)
            decided.done.append(record.pk)
    recount(touched_by(record for record in listed if record.pk in decided.done), by=by, reason=reason[:300])
    return decided


def _move(
    record: Participation, state: ParticipationState, *, by: User, reason: str = "", decides: bool = False
) -> None:
    before, states = record.state, states_of([record])
    record.state, record.reason, record.version = state, reason, record.version + 1
    if decides:
        record.decided_by, record.decided_at = by, timezone.now()
    record.save(update_fields=["state", "reason", "version", "decided_by", "decided_at", "changed_at"])
    tally_states(states, states_of([record]))
    audit.record(f"network.participation.{state}", target=record, by=by, state=[before, str(state)], reason=reason)
