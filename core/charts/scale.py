"""From figures to places on the drawing."""

import math
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """Figures between `low` and `high` stand between `start` and `end`; what is outside, at the edge."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        # A quarter of each: the difference of two huge figures would overflow.
        reach = self.high / 4 - self.low / 4
        share = (value / 4 - self.low / 4) / reach if reach else 0.0
        return self.start + min(max(share, 0.0), 1.0) * (self.end - self.start)


def step(low: float, high: float, count: int) -> float:
    """A round distance (1, 2 or 5 times a power of ten) that divides the span into about so many parts."""
    raw = (high / 4 - low / 4) / max(count, 1) * 4
    if not math.isfinite(raw) or raw < 1e-300:
        return 1.0
    power = 10.0 ** math.floor(math.log10(raw))
    return next(power * factor for factor in (1, 2, 5, 10, 20) if power * factor >= raw * 0.999)


def ticks(low: float, high: float, count: int = 5) -> list[float]:
    """Round figures from the one at or below `low` to the one at or above `high`."""
    distance = step(low, high, count)
    first = math.floor(low / distance + 1e-9)
    last = max(math.ceil(high / distance - 1e-9), first + 1)
    if not (math.isfinite(first * distance) and math.isfinite(last * distance)) or last - first > 3 * count + 3:
        return [low, high]
    return [round(index * distance, 12) for index in range(first, last + 1)]


def spread(places: Iterable[float], gap: float, start: float, end: float) -> list[float]:
    """Places moved apart as little as needed for labels, each still in its own position of the list."""
    wanted = list(places)
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    moved = dict.fromkeys(order, 0.0)
    edge = start - gap
    for index in order:
        edge = moved[index] = max(wanted[index], edge + gap)
    edge = end + gap
    for index in reversed(order):
        edge = moved[index] = min(moved[index], edge - gap)
    return [moved[index] for index in range(len(wanted))]
