"""Simple conditions as rows one can fill in: a question, how it compares, and with what; joined by and, or by or."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from impact_study.rules.logic.trees import Tree, is_call, thaw

COMPARISONS = (
    ("=", _("is")),
    ("!=", _("is not")),
    ("selected", _("has chosen")),
    ("not selected", _("has not chosen")),
    ("in", _("is one of")),
    ("<", _("is less than")),
    ("<=", _("is at most")),
    (">", _("is more than")),
    (">=", _("is at least")),
    ("is_missing", _("has no answer")),
    ("not is_missing", _("has an answer")),
)
KNOWN = {code for code, _words in COMPARISONS}
ALONE = ("is_missing", "not is_missing")


class Row(NamedTuple):
    question: str
    comparison: str
    value: str = ""


def tree_of(rows: Sequence[Row], *, join: str = "and", numbers: frozenset[str] = frozenset()) -> object:
    """The condition as a JSON tree; None without rows. `numbers` are the questions that are answered by a number."""
    parts = [_part(row, is_number=row.question in numbers) for row in rows]
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else [join, *parts]


def _part(row: Row, *, is_number: bool) -> object:
    asked: list[object] = ["q", row.question]
    if row.comparison == "is_missing":
        return ["is_missing", asked]
    if row.comparison == "not is_missing":
        return ["not", ["is_missing", asked]]
    if row.comparison == "in":
        return ["in", asked, ["list", *(_value(one, is_number) for one in row.value.split(",") if one.strip())]]
    if row.comparison == "not selected":
        return ["not", ["selected", asked, row.value.strip()]]
    return [row.comparison, asked, _value(row.value, is_number and row.comparison != "selected")]


def _value(typed: str, is_number: bool) -> object:
    text = typed.strip()
    if is_number:
        try:
            number = float(text.replace(",", "."))
        except ValueError:
            return text
        return int(number) if number.is_integer() else number
    return text


def rows_of(tree: Tree | object) -> tuple[str, list[Row]] | None:
    """The rows of a condition that rows can say; None for one that they cannot."""
    whole = thaw(tree)  # type: ignore[arg-type]
    if whole is None:
        return "and", []
    joined = is_call(whole) and whole[0] in ("and", "or")
    join, parts = (whole[0], whole[1:]) if joined else ("and", [whole])  # type: ignore[index]
    rows = [_row(part) for part in parts]
    return None if any(row is None for row in rows) else (join, [row for row in rows if row])


def _row(part: object) -> Row | None:
    match part:
        case ["is_missing", ["q", str(code)]]:
            return Row(code, "is_missing")
        case ["not", ["is_missing", ["q", str(code)]]]:
            return Row(code, "not is_missing")
        case ["not", ["selected", ["q", str(code)], str(value)]]:
            return Row(code, "not selected", value)
        case ["in", ["q", str(code)], ["list", *values]] if all(_is_plain(one) for one in values):
            return Row(code, "in", ", ".join(str(one) for one in values))
        case [str(comparison), ["q", str(code)], value] if comparison in KNOWN and _is_plain(value):
            return Row(code, comparison, str(value))
    return None


def _is_plain(value: object) -> bool:
    return isinstance(value, (str, int, float)) and not isinstance(value, bool)
