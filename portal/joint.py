"""The motif of the house: two boards that a row of dovetails joins. One tail stands for one partner."""

from __future__ import annotations

WIDTH, HEIGHT = 360, 72
FEWEST, MOST = 2, 12
EDGE, DEEP = 24, 52
NECK, FLARE = 0.2, 0.34


def tails_path(tails: int) -> str:
    """The outline of the upper board with its tails, in a drawing of WIDTH by HEIGHT."""
    count = min(MOST, max(FEWEST, tails))
    pitch = WIDTH / count
    steps = [f"M-9 -9H{WIDTH + 9}V{EDGE}"]
    for place in reversed(range(count)):
        middle = pitch * (place + 0.5)
        neck, flare = pitch * NECK, pitch * FLARE
        corners = ((middle + neck, EDGE), (middle + flare, DEEP), (middle - flare, DEEP), (middle - neck, EDGE))
        steps += [f"L{x:.1f} {y}" for x, y in corners]
    return "".join([*steps, f"L-9 {EDGE}Z"])
