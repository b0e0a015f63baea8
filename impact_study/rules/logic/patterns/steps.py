"""A pattern as the steps that are followed along a text."""

from __future__ import annotations

from functools import lru_cache

from impact_study.rules.logic.patterns.reading import PatternReader
from impact_study.rules.logic.patterns.signs import BadPatternError, Node, Sign, Step

LONGEST = 200
MOST_STEPS = 600


@lru_cache(maxsize=500)
def compiled(pattern: str) -> tuple[Step, ...]:
    """The steps of a pattern; raises BadPatternError."""
    if len(pattern) > LONGEST:
        raise BadPatternError
    bare = pattern.removeprefix("^")
    if bare.endswith("$") and not bare.endswith("\\$"):
        bare = bare.removesuffix("$")
    reader = PatternReader(bare)
    tree = reader.choice()
    if reader.peek():
        raise BadPatternError
    steps: list[Step] = []
    _write(tree, steps)
    return (*steps, ("end", None))


def _write(node: Node | Sign, steps: list[Step]) -> None:
    if len(steps) > MOST_STEPS:
        raise BadPatternError
    if isinstance(node, Sign):
        steps.append(("sign", node))
    elif node.kind == "sequence":
        for part in node.parts:
            _write(part, steps)
    elif node.kind == "choice":
        _write_choice(node, steps)
    else:
        _write_repeat(node, steps)


def _write_choice(node: Node, steps: list[Step]) -> None:
    exits: list[int] = []
    for arm in node.parts[:-1]:
        start = len(steps)
        steps.append(("jump", ()))
        _write(arm, steps)
        exits.append(len(steps))
        steps.append(("jump", ()))
        steps[start] = ("jump", (start + 1, len(steps)))
    _write(node.parts[-1], steps)
    for place in exits:
        steps[place] = ("jump", (len(steps),))


def _write_repeat(node: Node, steps: list[Step]) -> None:
    part = node.parts[0]
    for _ in range(node.low):
        _write(part, steps)
    if node.high is None:
        start = len(steps)
        steps.append(("jump", ()))
        _write(part, steps)
        steps.append(("jump", (start,)))
        steps[start] = ("jump", (start + 1, len(steps)))
        return
    starts: list[int] = []
    for _ in range(node.high - node.low):
        starts.append(len(steps))
        steps.append(("jump", ()))
        _write(part, steps)
    for start in starts:
        steps[start] = ("jump", (start + 1, len(steps)))
