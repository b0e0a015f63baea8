"""Where the organisations of a graph stand: related ones near each other, the same drawing for the same relations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import cos, hypot, sin, sqrt

type Edge = tuple[int, int]
type Place = tuple[float, float]

WIDTH, HEIGHT = 1000, 640
MARGIN = 40
MOST_NODES = 300
ROUNDS = 60
GOLDEN = 2.39996  # the angle that spreads points evenly on a spiral


def chosen_nodes(edges: Iterable[Edge], *, most: int = MOST_NODES) -> tuple[list[int], int]:
    """The nodes that are drawn, those with most relations first, and how many are left out."""
    degrees = Counter(node for edge in set(edges) for node in edge)
    ranked = sorted(degrees, key=lambda node: (-degrees[node], node))
    return ranked[:most], max(len(ranked) - most, 0)


def layout(nodes: Sequence[int], edges: Iterable[Edge]) -> dict[int, Place]:
    """Places on a sheet: all push each other away, relations pull together, less with every round."""
    if not nodes:
        return {}
    index = {node: at for at, node in enumerate(nodes)}
    pulls = sorted({(index[a], index[b]) for a, b in edges if a in index and b in index})
    spots = [_start(at, len(nodes)) for at in range(len(nodes))]
    ideal = 1 / sqrt(len(nodes))
    for turn in range(ROUNDS):
        spots = _moved(spots, pulls, ideal, step=0.1 * (1 - turn / ROUNDS) + 0.002)
    return _fitted(nodes, spots)


def _start(at: int, count: int) -> Place:
    radius = sqrt((at + 0.5) / count) / 2
    return 0.5 + radius * cos(at * GOLDEN), 0.5 + radius * sin(at * GOLDEN)


def _moved(spots: list[Place], pulls: list[Edge], ideal: float, *, step: float) -> list[Place]:
    shifts = [[0.0, 0.0] for _spot in spots]
    for one in range(len(spots)):
        for two in range(one):
            _push(shifts, spots, one, two, ideal * ideal, away=True)
    for one, two in pulls:
        _push(shifts, spots, one, two, 1 / ideal, away=False)
    moved = []
    for (x, y), (dx, dy) in zip(spots, shifts, strict=True):
        length = hypot(dx, dy) or 1.0
        most = min(length, step) / length
        moved.append((x + dx * most, y + dy * most))
    return moved


def _push(shifts: list[list[float]], spots: list[Place], one: int, two: int, force: float, *, away: bool) -> None:
    dx, dy = spots[one][0] - spots[two][0], spots[one][1] - spots[two][1]
    square = dx * dx + dy * dy or 1e-6
    factor = force / square if away else -force * sqrt(square)
    for at, sign in ((one, factor), (two, -factor)):
        shifts[at][0] += dx * sign
        shifts[at][1] += dy * sign


def _fitted(nodes: Sequence[int], spots: list[Place]) -> dict[int, Place]:
    """Stretched to the sheet, whole figures."""
    lows = [min(spot[axis] for spot in spots) for axis in (0, 1)]
    spans = [(max(spot[axis] for spot in spots) - lows[axis]) or 1.0 for axis in (0, 1)]
    sizes = (WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN)
    return {
        node: (
            round(MARGIN + (x - lows[0]) / spans[0] * sizes[0], 1),
            round(MARGIN + (y - lows[1]) / spans[1] * sizes[1], 1),
        )
        for node, (x, y) in zip(nodes, spots, strict=True)
    }
