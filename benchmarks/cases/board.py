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
from network.services.checking import full_count, kept_count
from network.services.tallies import fold_tallies, read_tallies


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
    return [*lines, *_sql(house, rounds), *_growth(ground), _exact(house)]


def _changed(house: House, then: Callable[[], object]) -> Callable[[], object]:
    """A change before each request, so that nothing kept can be used."""
    category = house.project.categories.order_by("pk").values_list("pk", flat=True)[0]

    def change_and_ask() -> object:
        TallyDelta.objects.create(project=house.project, category_id=category, month=FIRST_DAY)
        return then()

    return change_and_ask


def _sql(house: House, rounds: int) -> list[Line]:
    fold_tallies(house.project)
    stamp, whole, bound = side_by_side(
        lambda: read_inputs(house.project),
        lambda: (read_inputs(house.project), read_tallies(house.project)),
        lambda: rolled_up(house.project.pk),
        rounds=rounds * 3,
    )
    return [
        at_most(Line("board SQL, nothing changed", "ms", stamp.ms, bound.ms, 1), 1.5),
        at_most(Line("board SQL after a change", "ms", whole.ms, bound.ms, 2), 1.5),
    ]


def _growth(ground: Ground) -> list[Line]:
    """The board built anew, large house against small house."""
    many = side_by_side(lambda: quota_board(ground.house.project), rounds=ground.sizes.rounds)[0]
    with ground.small() as small:
        few = side_by_side(lambda: quota_board(small.project), rounds=ground.sizes.rounds)[0]
    again = side_by_side(lambda: quota_board(ground.house.project), rounds=ground.sizes.rounds)[0]
    few_name = f"{ground.sizes.few:,}"
    return [at_most(Line(f"board of {ground.sizes.participations:,} against {few_name}", "ms",
                         min(many.ms, again.ms), few.ms), 1.1)]  # fmt: skip


def _exact(house: House) -> Line:
    kept, counted = kept_count(house.project), full_count(house.project)
    differing = sum(1 for place in {*kept, *counted} if kept[place] != counted[place])
    return at_most(Line("cells that differ from a full count", "cells", differing), 0)
