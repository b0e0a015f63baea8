"""The form's rows as a flat list: each question or note with the groups around it and the row it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from impact_study.rules.xlsform.sheets import FormSheet

GROUPS = ("group", "repeat", "loop")


@dataclass(frozen=True)
class Place:
    """One node of the form; `row` is None for what the reader added itself."""

    node: dict[str, Any]
    groups: tuple[Place, ...]
    row: int | None

    @property
    def name(self) -> str:
        return str(self.node.get("name", ""))

    @property
    def kind(self) -> str:
        return str(self.node.get("type", ""))

    @property
    def in_repeat(self) -> bool:
        return any(group.kind in ("repeat", "loop") for group in self.groups)

    def bound(self, what: str) -> str:
        return str(self.node.get("bind", {}).get(what, "") or "")


def places(tree: dict[str, Any], survey: FormSheet) -> Iterator[Place]:
    rows = iter([(row.number, row.cells.get(_name_heading(survey), "")) for row in survey.rows])
    yield from _below(tree, (), _RowFinder(list(rows)))


def _name_heading(survey: FormSheet) -> str:
    return next((heading for heading in survey.headings if heading.lower() in ("name", "value", "tag")), "name")


class _RowFinder:
    """Nodes come in the order of the rows; what the reader added has no row."""

    def __init__(self, rows: list[tuple[int, str]]) -> None:
        self.rows, self.at = rows, 0

    def find(self, name: str) -> int | None:
        for place in range(self.at, len(self.rows)):
            if self.rows[place][1] == name:
                self.at = place + 1
                return self.rows[place][0]
        return None


def _below(node: dict[str, Any], groups: tuple[Place, ...], rows: _RowFinder) -> Iterator[Place]:
    for child in node.get("children", ()):
        if child.get("name") == "meta" and child.get("control", {}).get("bodyless"):
            continue
        place = Place(child, groups, rows.find(str(child.get("name", ""))))
        yield place
        if child.get("type") in GROUPS:
            yield from _below(child, (*groups, place), rows)
