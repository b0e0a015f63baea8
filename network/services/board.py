"""Building the quota board: two statements whatever the number of participations, one when nothing has changed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import get_language

from network.models import Partner, Period, Project
from network.rules.board.judging import judge_row, month_starts
from network.rules.board.tables import Board, Column, Counts, Row
from network.rules.pace import Course
from network.services.board_inputs import BoardInputs, CategoryLine, Place, read_inputs
from network.services.cell_sums import CellSum, Key, read_sums


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
    sums = _until(read_sums(project, folds=inputs.folds), inputs, period)
    months = _months(project, sums.values(), as_of)
    counts = _gather(inputs, sums, months, period=period.pk if period else None, as_of=as_of)
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


def _until(sums: Mapping[Key, CellSum], inputs: BoardInputs, period: Period | None) -> Mapping[Key, CellSum]:
    """Only the heads taken in until the end of the period; what waits does so whatever the period."""
    if period is None:
        return sums
    counted = {key for key, starts_on in inputs.periods.items() if starts_on and starts_on <= period.starts_on}
    return {key: cell if key[2] in counted else cell.without_heads() for key, cell in sums.items()}


def _months(project: Project, cells: Iterable[CellSum], as_of: date) -> tuple[date, ...]:
    seen = {month for cell in cells for month in cell.by_month}
    first = min([*seen, project.starts_on or as_of])
    last = max([*seen, min(as_of, project.ends_on or as_of)])
    return month_starts(max(first, last - timedelta(days=366 * 5)), last)


def _gather(
    inputs: BoardInputs, sums: Mapping[Key, CellSum], months: tuple[date, ...], *, period: int | None, as_of: date
) -> dict[Place, Counts]:
    figures: dict[Place, Counter[str]] = defaultdict(Counter)
    lines: dict[Place, list[int]] = defaultdict(lambda: [0] * len(months))
    at = {month: index for index, month in enumerate(months)}
    for (partner, category, taken_in), cell in sums.items():
        shown, line, moved = figures[partner, category], lines[partner, category], cell.figures
        shown["reached"] += moved["heads"]
        for name in ("evidenced", "shared", "waiting"):
            shown[name] += moved[name]
        if period is None or taken_in == period:
            shown["new"] += moved["heads"]
            shown["late"] += moved["late"]
        for month, heads in cell.by_month.items():
            line[at.get(month, 0)] += heads
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
