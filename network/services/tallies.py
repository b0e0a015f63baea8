"""Reading the tallies as folded rows plus deltas in one statement, and folding the deltas in."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from django.db import transaction

from network.models import Project, Tally, TallyDelta

COLUMNS = ("partner_id", "category_id", "period_id", "month", "heads", "evidenced", "shared")


class TallyRow(NamedTuple):
    """Heads of a cell; rows of one cell may repeat and are to be added up."""

    partner: int | None
    category: int
    period: int | None
    month: date
    heads: int
    evidenced: int
    shared: int


def read_tallies(project: Project) -> list[TallyRow]:
    """All cells of a project. One statement, so that a fold going on meanwhile is seen wholly or not at all."""
    folded = Tally.objects.filter(project=project).order_by().values_list(*COLUMNS)
    fresh = TallyDelta.objects.filter(project=project).order_by().values_list(*COLUMNS)
    return [TallyRow(*row) for row in folded.union(fresh, all=True)]


@transaction.atomic
def fold_tallies(project: Project) -> int:
    """Add a project's deltas to its tallies; returns how many were folded. Safe beside writers and another fold."""
    list(Project.objects.select_for_update(no_key=True).filter(pk=project.pk).values_list("pk"))
    deltas = list(TallyDelta.objects.filter(project=project).values_list("pk", *COLUMNS))
    sums: dict[tuple[int | None, int, int | None, date], list[int]] = defaultdict(lambda: [0, 0, 0])
    for _pk, partner, category, period, month, *figures in deltas:
        sums[partner, category, period, month] = [
            old + new for old, new in zip(sums[partner, category, period, month], figures, strict=True)
        ]
    stored = {
        (tally.partner_id, tally.category_id, tally.period_id, tally.month): tally
        for tally in Tally.objects.filter(project=project)
    }
    fresh = []
    for key, (heads, evidenced, shared) in sums.items():
        tally = stored.get(key)
        if tally is None:
            partner, category, period, month = key
            tally = Tally(
                project=project, partner_id=partner, category_id=category, period_id=period, month=month
            )  # fmt: skip
            fresh.append(tally)
        tally.heads += heads
        tally.evidenced += evidenced
        tally.shared += shared
    Tally.objects.bulk_create(fresh)
    Tally.objects.bulk_update(
        [stored[key] for key in sums if key in stored], ["heads", "evidenced", "shared"], batch_size=200
    )
    TallyDelta.objects.filter(pk__in=[row[0] for row in deltas]).delete()
    return len(deltas)
