"""HTML with named holes: everything that never changes is one piece of text between two of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

type Hole = tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """Pieces in order; a hole is an empty piece whose place is known by its name. A name may stand several times."""

    pieces: tuple[str, ...]
    places: Mapping[Hole, tuple[int, ...]]

    def filled(self, values: Mapping[Hole, str]) -> str:
        """The page; holes nobody fills stay empty, values without a hole are passed over."""
        pieces = list(self.pieces)
        for name, text in values.items():
            for place in self.places.get(name, ()):
                pieces[place] = text
        return "".join(pieces)


class Builder:
    """Collects a sheet from front to back."""

    def __init__(self) -> None:
        self._pieces: list[str] = [""]
        self._places: dict[Hole, tuple[int, ...]] = {}

    def add(self, text: str) -> Builder:
        self._pieces[-1] += text
        return self

    def hole(self, *name: str) -> Builder:
        self._places[name] = (*self._places.get(name, ()), len(self._pieces))
        self._pieces += ["", ""]
        return self

    def include(self, other: Builder) -> Builder:
        """Everything of another builder, here."""
        shift = len(self._pieces) - 1
        self._pieces[-1] += other._pieces[0]
        self._pieces += other._pieces[1:]
        for name, places in other._places.items():
            self._places[name] = (*self._places.get(name, ()), *(place + shift for place in places))
        return self

    def sheet(self) -> Sheet:
        return Sheet(tuple(self._pieces), dict(self._places))
