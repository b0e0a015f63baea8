"""Conditions and calculations as JSON trees: `["and", [">=", ["q", "age"], 16], ...]`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeGuard

type Tree = str | int | float | bool | tuple[Tree, ...] | None


def freeze(data: object) -> Tree:
    """JSON lists as tuples, so that a definition cannot change under a reader."""
    if isinstance(data, (list, tuple)):
        return tuple(map(freeze, data))
    if data is None or isinstance(data, (str, int, float, bool)):
        return data
    raise TypeError(type(data).__name__)


def thaw(tree: Tree) -> object:
    """The tree as JSON writes it."""
    return [thaw(part) for part in tree] if isinstance(tree, tuple) else tree


def is_call(tree: object) -> TypeGuard[Sequence[Any]]:
    """Whether a tree begins with the name of an operator."""
    return isinstance(tree, (list, tuple)) and bool(tree) and isinstance(tree[0], str)


def calls(tree: object) -> Iterator[Sequence[Any]]:
    """Every `[operator, ...]` in a tree, outermost first."""
    if isinstance(tree, (list, tuple)):
        if is_call(tree):
            yield tree
        for part in tree[1:]:
            yield from calls(part)


def references(tree: object) -> tuple[str, ...]:
    """The codes of the questions a tree asks for, in order, each once."""
    asked = (call[1] for call in calls(tree) if call[0] == "q" and len(call) == 2)
    return tuple(dict.fromkeys(code for code in asked if isinstance(code, str)))
