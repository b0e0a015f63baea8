"""Whether a pattern covers a text."""

from __future__ import annotations

from impact_study.rules.logic.patterns.signs import Sign, Step
from impact_study.rules.logic.patterns.steps import compiled


def covers(pattern: str, text: str) -> bool:
    """Whether the pattern covers the whole text. Time grows with text × pattern, never faster."""
    steps = compiled(pattern)
    places = _reached(steps, [0])
    for letter in map(ord, text):
        onward = []
        for place in places:
            kind, what = steps[place]
            if kind == "sign" and isinstance(what, Sign) and what.fits(letter):
                onward.append(place + 1)
        if not onward:
            return False
        places = _reached(steps, onward)
    return len(steps) - 1 in places


def _reached(steps: tuple[Step, ...], places: list[int]) -> set[int]:
    """The places one stands at after following every jump; each is visited once."""
    seen: set[int] = set()
    waiting = list(places)
    while waiting:
        place = waiting.pop()
        if place in seen:
            continue
        seen.add(place)
        kind, what = steps[place]
        if kind == "jump" and isinstance(what, tuple):
            waiting.extend(what)
    return seen
