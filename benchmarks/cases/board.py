"""The quota board: nothing changed, something changed, and from few records to many (goal 3)."""

from __future__ import annotations

from collections.abc import Callable

from django.urls import reverse

from benchmarks.asking import asker, bare_asker
from benchmarks.bounds.rollup import rolled_up
from benchmarks.ground import Ground
from benchmarks.measuring import Line, at_most, side_by_side, statements
from benchmarks.seed import FIRST_DAY, House
from network.models import TallyDelta
from network.services.board import quota_board
from network.services.board_inputs import read_inputs
from network.services.cell_sums import KEPT, read_sums
from network.services.checking import full_count, kept_count
from network.services.tallies import fold_tallies


def run(ground: Ground) -> list[Line]:
    house, rounds = ground.house, ground.sizes.rounds
    ask, bare = asker(house.coordinator), bare_asker("benchmarks.bounds.page")
    project, page = house.project.pk, reverse("network:board", args=[house.project.code])
    figures = reverse("network:board_json", args=[house.project.code])
    lines = []
    for name, address, bound in (("page", page, f"/page/{project}/"), ("JSON", figures, f"/json/{project}/")):
        ours, theirs = side_by_side(lambda a=address: ask(a), lambda b=bound: bare(b), rounds=rounds)
        needed = statements(lambda a=address: ask(a))
        lines.append(at_most(Line(f"board {name}, p95", "ms", ours.p95_ms, theirs.p95_ms, needed), 1.5))
        lines.append(at_most(Line(f"board {name}, median", "ms", ours.ms, theirs.ms, needed), 1.5))
        ours, theirs = side_by_side(_changed(house, lambda a=address: ask(a)), lambda b=bound: bare(b), rounds=rounds)
        needed = statements(_changed(house, lambda a=address: ask(a))) - 1
        lines.append(at_most(Line(f"board {name} after each change", "ms", ours.ms, theirs.ms, needed), 1.5))
    bare = bare_asker("benchmarks.bounds.bare_page")
    ours, theirs = side_by_side(lambda: ask(page), lambda: bare(f"/page/{project}/"), rounds=rounds)
    lines.append(at_most(Line("board page against a bare template, p95", "ms", ours.p95_ms, theirs.p95_ms), 1.5))
    return [*lines, *_sql(house, rounds), *_growth(ground), _exact(house)]


def _changed(house: House, then: Callable[[], object]) -> Callable[[], object]:
    """A change before each request, so that nothing kept can be used."""
    category = house.project.categories.order_by("pk").values_list("pk", flat=True)[0]

    def change_and_ask() -> object:
        TallyDelta.objects.create(project=house.project, category_id=category, month=FIRST_DAY)
        return then()

    return change_and_ask


def _sql(house: House, rounds: int) -> list[Line]:
    """What a process asks while nothing changed, after a change, and once after each fold."""
    fold_tallies(house.project)
    _changed(house, lambda: None)()
    folds = read_inputs(house.project).folds

    def after_a_change() -> None:
        read_inputs(house.project)
        read_sums(house.project, folds=folds)

    stamp, warm, cold, bound = side_by_side(
        lambda: read_inputs(house.project),
        after_a_change,
        lambda: (KEPT.forget(), after_a_change()),
        lambda: rolled_up(house.project.pk),
        rounds=rounds * 3,
    )
    return [
        at_most(Line("board SQL, nothing changed", "ms", stamp.ms, bound.ms, 1), 1.5),
        at_most(Line("board SQL after a change", "ms", warm.ms, bound.ms, 2), 1.5),
        at_most(Line("board SQL after a fold, all months", "ms", cold.ms, bound.ms, 2), 1.5),
    ]


def _growth(ground: Ground) -> list[Line]:
    """The board built anew from all that is kept, large house against small house."""

    def built(house: House) -> Callable[[], object]:
        return lambda: (KEPT.forget(), quota_board(house.project))

    many = side_by_side(built(ground.house), rounds=ground.sizes.rounds)[0]
    with ground.small() as small:
        few = side_by_side(built(small), rounds=ground.sizes.rounds)[0]
    again = side_by_side(built(ground.house), rounds=ground.sizes.rounds)[0]
    few_name = f"{ground.sizes.few:,}"
    return [at_most(Line(f"board of {ground.sizes.participations:,} against {few_name}", "ms",
                         min(many.ms, again.ms), few.ms), 1.1)]  # fmt: skip


def _exact(house: House) -> Line:
    kept, counted = kept_count(house.project), full_count(house.project)
    differing = sum(1 for place in {*kept, *counted} if kept[place] != counted[place])
    return at_most(Line("cells that differ from a full count", "cells", differing), 0)
