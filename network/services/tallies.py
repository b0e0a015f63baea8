"""Reading the tallies as folded rows plus deltas in one statement, and folding the deltas in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from django.db import transaction
from django.db.models import F

from network.models import Project, Tally, TallyDelta

SUMS = ("heads", "evidenced", "shared", "waiting", "late")
COLUMNS = ("partner_id", "category_id", "period_id", "month", *SUMS)


type Cell = tuple[int | None, int, int | None, date]


class TallyRow(NamedTuple):
    """Heads of a cell; rows of one cell may repeat and are to be added up."""

    partner: int | None
    category: int
    period: int | None
    month: date
    heads: int
    evidenced: int
    shared: int
    waiting: int
    late: int


def read_tallies(project: Project) -> list[TallyRow]:
    """All cells of a project. One statement, so that a fold going on meanwhile is seen wholly or not at all."""
    folded = Tally.objects.filter(project=project).order_by().values_list(*COLUMNS)
    fresh = TallyDelta.objects.filter(project=project).order_by().values_list(*COLUMNS)
    return [TallyRow(*row) for row in folded.union(fresh, all=True)]


def heads_by_period(project: Project) -> Counter[int | None]:
    """Heads distinct in the project by the period that took them in."""
    found: Counter[int | None] = Counter()
    for row in read_tallies(project):
        if row.partner is None:
            found[row.period] += row.heads
    return found


@transaction.atomic
def fold_tallies(project: Project) -> int:
    """Add a project's deltas to its tallies; returns how many were folded. Safe beside writers and another fold."""
    # The number tells readers that the deltas they know are gone, and holds back another fold.
    Project.objects.filter(pk=project.pk).update(tallies_folded=F("tallies_folded") + 1)
    deltas = list(TallyDelta.objects.filter(project=project).values_list("pk", *COLUMNS))
    added: dict[Cell, list[int]] = defaultdict(lambda: [0] * len(SUMS))
    for _pk, partner, category, period, month, *figures in deltas:
        sums = added[partner, category, period, month]
        for place, figure in enumerate(figures):
            sums[place] += figure
    _add(project, added)
    TallyDelta.objects.filter(pk__in=[row[0] for row in deltas]).delete()
    return len(deltas)


def _add(project: Project, added: Mapping[Cell, Sequence[int]]) -> None:
    stored = {
        (tally.partner_id, tally.category_id, tally.period_id, tally.month): tally
        for tally in Tally.objects.filter(project=project)
    }
    fresh, changed = [], []
    for key, figures in added.items():
        if not any(figures):
            continue
        tally = stored.get(key)
        if tally is None:
            partner, category, period, month = key
            tally = Tally(project=project, partner_id=partner, category_id=category, period_id=period, month=month)
            fresh.append(tally)
        else:
            changed.append(tally)
        for name, figure in zip(SUMS, figures, strict=True):
            setattr(tally, name, getattr(tally, name) + figure)
    Tally.objects.bulk_create(fresh)
    Tally.objects.bulk_update(changed, SUMS, batch_size=200)
