"""Building the quota board: two statements whatever the number of participations, one when nothing has changed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import get_language

from network.models import Partner, Period, Project
from network.rules.board import Board, Column, Counts, Row, judge_row, month_starts
from network.rules.pace import Course
from network.services.board_inputs import BoardInputs, CategoryLine, Place, read_inputs
from network.services.tallies import TallyRow, read_tallies


def quota_board(
    project: Project, *, period: Period | None = None, partner: Partner | None = None, inputs: BoardInputs | None = None
) -> Board:
    """The board of today or, with a period, as of its end with the new heads it took in.

    Figures only: whoever belongs to the project may see them. Names are asked for elsewhere. `inputs` spares
    reading them again to whoever has just done so.
    """
    inputs = inputs or read_inputs(project)
    as_of = _day_of(period)
    columns = tuple(
        Column(found.id, found.number, found.name, found.country, found.left_on)
        for found in inputs.partners
        if partner is None or found.id == partner.pk
    )
    tallies = list(_until(read_tallies(project), inputs, period))
    months = _months(project, tallies, as_of)
    counts = _gather(inputs, tallies, months, period=period.pk if period else None, as_of=as_of)
    course = Course(project.starts_on, project.ends_on, as_of, project.on_track_from, project.behind_from)
    return Board(
        project=project.code,
        title=str(project),
        as_of=as_of,
        months=months,
        columns=columns,
        rows=tuple(_row(category, columns, counts, course) for category in inputs.categories),
        period=period.name if period else "",
        period_id=period.pk if period else None,
    )


def board_stamp(
    project: Project, inputs: BoardInputs, *, period: Period | None = None, partner: Partner | None = None
) -> Hashable:
    """All that the board and its words depend on: while it stays equal, the board does."""
    plan = (project.pk, project.created_at, project.code, str(project), project.starts_on, project.ends_on)
    limits = (project.on_track_from, project.behind_from)
    chosen = (partner and partner.pk, period and (period.pk, period.name, period.starts_on, period.ends_on))
    return plan, limits, chosen, _day_of(period), get_language(), inputs.lines


def _day_of(period: Period | None) -> date:
    today = timezone.localdate()
    return min(today, period.ends_on) if period else today


def _row(category: CategoryLine, columns: tuple[Column, ...], counts: dict[Place, Counts], course: Course) -> Row:
    own = [counts.get((column.id, category.id), Counts()) for column in columns]
    whole = counts.get((None, category.id), Counts())
    alone = len(columns) == 1
    distinct = own[0].reached if alone else whole.reached
    cells, total = judge_row(own, course, distinct=distinct)
    return Row(
        id=category.id, code=category.code, name=category.name, unit=category.unit,
        cells=cells, total=total, distinct=distinct, distinct_new=own[0].new if alone else whole.new,
        stated_total=None if alone else category.stated_total,
    )  # fmt: skip


def _until(tallies: Iterable[TallyRow], inputs: BoardInputs, period: Period | None) -> Iterable[TallyRow]:
    """Only the heads taken in until the end of the period; what waits does so whatever the period."""
    if period is None:
        return tallies
    counted = {key for key, starts_on in inputs.periods.items() if starts_on and starts_on <= period.starts_on}
    return (row if row.period in counted else row._replace(heads=0, evidenced=0, shared=0) for row in tallies)


def _months(project: Project, tallies: list[TallyRow], as_of: date) -> tuple[date, ...]:
    seen = {row.month for row in tallies if row.heads}
    first = min([*seen, project.starts_on or as_of])
    last = max([*seen, min(as_of, project.ends_on or as_of)])
    return month_starts(max(first, last - timedelta(days=366 * 5)), last)


def _gather(
    inputs: BoardInputs, tallies: list[TallyRow], months: tuple[date, ...], *, period: int | None, as_of: date
) -> dict[Place, Counts]:
    figures: dict[Place, Counter[str]] = defaultdict(Counter)
    lines: dict[Place, list[int]] = defaultdict(lambda: [0] * len(months))
    at = {month: index for index, month in enumerate(months)}
    for row in tallies:
        place = row.partner, row.category
        cell, within = figures[place], period is None or row.period == period
        cell["reached"] += row.heads
        cell["evidenced"] += row.evidenced
        cell["shared"] += row.shared
        cell["waiting"] += row.waiting
        if within:
            cell["new"] += row.heads
            cell["late"] += row.late
        lines[place][at.get(row.month, 0)] += row.heads
    beside = {
        "unnamed": inputs.sums("unnamed", period=period),
        "answers": inputs.sums("answers"),
        "duplicates": inputs.sums("duplicates"),
    }
    for name, found in beside.items():
        for place, heads in found.items():
            figures[place][name] += heads
    targets = inputs.targets(on=as_of)
    return {
        place: Counts(target=targets.get(place), by_month=tuple(lines[place]), **figures[place])
        for place in {*figures, *targets}
    }
