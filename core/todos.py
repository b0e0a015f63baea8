"""What waits for a user, told by each app: the workspace home shows it in one list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise


@dataclass(frozen=True, kw_only=True)
class ToDo:
    """One thing to do: `weight` orders what has no day or the same one, the heavier first."""

    title: str | Promise
    url: str
    due: date | None = None
    weight: int = 0
    note: str | Promise = ""


type Source = Callable[[Any], Iterable[ToDo]]
_sources: list[Source] = []


def register(source: Source) -> Source:
    """Add a function that answers a user's to-dos; from an app's `registrations.py`, also as a decorator."""
    _sources.append(source)
    return source


def todos_of(user: Any) -> list[ToDo]:
    """Everything that waits for the user: by day, then by weight, what has no day last."""
    waiting = [todo for source in _sources for todo in source(user)]
    return sorted(waiting, key=lambda todo: (todo.due or date.max, -todo.weight, str(todo.title)))
