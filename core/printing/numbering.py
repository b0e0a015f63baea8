"""Page numbers of a piece whose neighbours are laid out elsewhere at the same time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from weasyprint.css.counters import CounterStyle

NUMBER, TOTAL = "number-in-document", "pages-of-document"  # as the style sheets call them


class Numbering(CounterStyle):  # type: ignore[misc]  # the library is not typed
    """Prints the page's own count as its number in the document.

    Margins are laid out when all pages of the piece are there: only then it asks how many stand before, and in all.
    """

    def __init__(self, before: Callable[[], int], total: Callable[[int], int]) -> None:
        super().__init__()
        self.before, self.total = before, total

    def render_value(self, value: int, name: str | None = None, *further: Any, **named: Any) -> str:
        if name == NUMBER:
            value, name = value + self.before(), "decimal"
        elif name == TOTAL:
            value, name = self.total(value), "decimal"
        return str(super().render_value(value, name, *further, **named))
