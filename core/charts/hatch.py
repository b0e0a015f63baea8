"""Hatching as plain lines cut to a rectangle: every viewer and printer draws them alike."""

from collections.abc import Iterator

# Pattern number: directions (1 rises, -1 falls, 0 lies flat) and the distance between lines.
_MANNERS: dict[int, tuple[tuple[int, ...], float]] = {
    1: ((1,), 6), 2: ((-1,), 6), 3: ((1, -1), 8), 4: ((0,), 5),
    5: ((1,), 3.5), 6: ((-1,), 3.5), 7: ((0, 1), 7),
}  # fmt: skip
_MOST_LINES = 400


def hatch(x: float, y: float, w: float, h: float, manner: int) -> str:
    """The path of the lines that fill a rectangle in one manner; empty where there is nothing to fill."""
    directions, gap = _MANNERS.get(manner, ((), 1.0))
    if w < 2 or h < 2:
        return ""
    gap = max(gap, (w + h) / _MOST_LINES)
    return "".join(
        f"M{ax:.1f} {ay:.1f}L{bx:.1f} {by:.1f}"
        for direction in directions
        for ax, ay, bx, by in _lines(x, y, w, h, gap, direction)
    )


def _lines(x: float, y: float, w: float, h: float, gap: float, direction: int) -> Iterator[tuple[float, ...]]:
    reach = gap / 2
    while reach < (w + h if direction else h):
        if not direction:
            yield x, y + reach, x + w, y + reach
        else:
            # The line on which the distances from the left edge and from the starting edge add up to `reach`.
            left, right = max(0.0, reach - h), min(w, reach)
            starts, ends = reach - left, reach - right
            if direction > 0:
                yield x + left, y + starts, x + right, y + ends
            else:
                yield x + left, y + h - starts, x + right, y + h - ends
        reach += gap
