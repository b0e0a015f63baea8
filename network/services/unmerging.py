"""Taking a merge back."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, ProblemsFound, stop_on
from network.enums import Unit
from network.models import (
    Merge,
    Organisation,
    Person,
)
from network.rules.merging import merging_problems, undoing_problems
from network.services.counting import recount
from network.services.journal import take_back
from network.services.merging_pair import keeps_records_of, refresh, states_between, touched_by
from network.services.states import tally_states


@transaction.atomic
def unmerge(*, merge: Merge, by: User) -> None:
    """Take a merge back: both records are again what they were. Raises ProblemsFound."""
    model: Any = Person if merge.unit == Unit.PERSON else Organisation
    keys = [merge.survivor_id, merge.merged_id]
    rows = {row.pk: row for row in model.objects.filter(pk__in=keys).order_by("pk").select_for_update()}
    survivor, other = rows[merge.survivor_id], rows[merge.merged_id]
    later = Merge.objects.filter(unit=merge.unit, pk__gt=merge.pk, undone_at__isnull=True).filter(
        Q(survivor_id=survivor.pk) | Q(merged_id=survivor.pk)
    )
    stop_on(
        undoing_problems(undone=bool(merge.undone_at), forgotten=not merge.moved, later=later.exists())
        + merging_problems(same=False, merged=False, erased=False, foreign=not keeps_records_of(survivor, by))
    )
    undone = {"undone_at": timezone.now(), "undone_by": by}
    if not Merge.objects.filter(pk=merge.pk, undone_at__isnull=True).update(**undone):
        raise ProblemsFound([Problem("undone", _("This merge was undone before."))])
    unit = Unit(merge.unit)
    touched, states = touched_by(survivor, other, unit), states_between(survivor, other, unit)
    take_back(merge.moved, survivor=survivor.pk, merged=other.pk)
    refresh(survivor, other)
    audit.record(f"network.{merge.unit}.unmerged", target=survivor, by=by, project=merge.project_id, merge=merge.pk)
    tally_states(states, states_between(survivor, other, unit))
    recount(touched | touched_by(survivor, other, unit), by=by, reason=_("A merge was undone."))
