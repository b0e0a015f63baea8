"""The demo data: each app registers what it adds, in order; the command loads it once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Build = Callable[[], None]


@dataclass(frozen=True)
class Part:
    order: int
    name: str
    build: Build


_parts: dict[str, Part] = {}


def register(name: str, build: Build, *, order: int) -> None:
    """Add a part of the demo; an app does so in its `registrations.py`."""
    _parts[name] = Part(order, name, build)


def parts() -> list[Part]:
    return sorted(_parts.values(), key=lambda part: part.order)
