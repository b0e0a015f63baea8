"""Correcting a record. What a verified figure rests on goes back to be verified again."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, ProblemsFound
from network.enums import ParticipationState
from network.models import Participation, Period
from network.rules.periods import taking_in
from network.services.counting import recount, touched_by
from network.services.participation import Attendee, noting_problems
from network.services.states import states_of, tally_states

# What a count rests on; hours, notes and the snapshot of the function may be mended without a new verification.
COUNTED = frozenset({"person", "organisation", "category", "partner", "held_on", "mode", "role", "occasion"})


@transaction.atomic
def correct_participation(*, record: Participation, version: int, by: User, **changes: Any) -> Participation:
    """Change fields of a record whose version the editor has seen. Raises ProblemsFound, also for a stale version."""
    stored = Participation.objects.select_for_update(of=("self",), no_key=True).get(pk=record.pk)
    if stored.version != version:
        message = _("Somebody changed this record meanwhile. Compare and save again.")
        raise ProblemsFound([Problem("conflict", message)])
    before = {name: getattr(stored, name) for name in changes}
    changed = {name for name, value in changes.items() if before[name] != value}
    touched, states = touched_by([stored]), states_of([stored])
    for name in changed:
        setattr(stored, name, changes[name])
    attendee = Attendee(stored.subject, stored.category, held_on=stored.held_on)
    problems = noting_problems(occasion=stored.occasion, attendees=[attendee], partner=stored.partner)
    if any(not problem.warning for problem in problems):
        raise ProblemsFound(problems)
    if changed & COUNTED:
        if stored.is_verified:
            stored.state, stored.reason = ParticipationState.SUBMITTED, _("Corrected after it was verified.")
        periods = Period.objects.filter(project=stored.project_id)
        stored.period, stored.is_late = taking_in(periods, stored.held_on)
    stored.version += 1
    stored.save()
    tally_states(states, states_of([stored]))
    detail = {name: [str(before[name]), str(changes[name])] for name in sorted(changed)}
    audit.record("network.participation.corrected", target=stored, by=by, **detail)
    recount(touched | touched_by([stored]), by=by, reason=_("A record was corrected."))
    return stored


@transaction.atomic
def delete_draft(*, record: Participation, by: User) -> None:
    """Take back a record that was never handed in. Others are rejected instead, so that their story stays."""
    if record.state != ParticipationState.DRAFT:
        raise ProblemsFound([Problem("not_draft", _("Only drafts can be deleted. Ask a verifier to reject it."))])
    audit.record("network.participation.deleted", target=record, by=by)
    record.proofs.all().delete()
    record.delete()
