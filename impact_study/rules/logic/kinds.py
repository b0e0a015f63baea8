"""What kind of value a question or a tree comes to: what may be compared with what."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from impact_study.enums import QuestionType

if TYPE_CHECKING:
    from impact_study.rules.definition import Definition

TRUTH, NUMBER, TEXT, LIST, ANY = "truth", "number", "text", "list", "any"

OF_QUESTIONS = {
    QuestionType.MULTIPLE: LIST,
    QuestionType.MATRIX_MULTIPLE: LIST,
    QuestionType.RANKING: LIST,
    QuestionType.FILE: LIST,
    QuestionType.RATING: NUMBER,
    QuestionType.NUMBER: NUMBER,
    QuestionType.INTEGER: NUMBER,
    QuestionType.CONSENT: TRUTH,
}


class Signature(NamedTuple):
    """The kinds an operator takes (the last repeats), whether they must be alike, and what it gives."""

    takes: tuple[frozenset[str], ...]
    gives: str
    alike: bool = False


EVERY = frozenset({TRUTH, NUMBER, TEXT, LIST})
TRUTHS, NUMBERS, TEXTS, LISTS = map(frozenset, ((TRUTH,), (NUMBER,), (TEXT,), (LIST,)))
ORDERED = Signature((NUMBERS | TEXTS,), TRUTH, alike=True)
COUNTING = Signature((NUMBERS,), NUMBER)

SIGNATURES: dict[str, Signature] = {
    "and": Signature((TRUTHS,), TRUTH),
    "or": Signature((TRUTHS,), TRUTH),
    "not": Signature((TRUTHS,), TRUTH),
    "=": Signature((EVERY,), TRUTH, alike=True),
    "!=": Signature((EVERY,), TRUTH, alike=True),
    **dict.fromkeys(("<", "<=", ">", ">="), ORDERED),
    "in": Signature((EVERY, LISTS), TRUTH),
    "list": Signature((EVERY,), LIST),
    "selected": Signature((TEXTS | LISTS, TEXTS), TRUTH),
    "count_selected": Signature((TEXTS | LISTS,), NUMBER),
    "is_missing": Signature((EVERY,), TRUTH),
    "if": Signature((TRUTHS, EVERY), ANY),
    "coalesce": Signature((EVERY,), ANY, alike=True),
    **dict.fromkeys(("+", "-", "*", "/", "min", "max"), COUNTING),
    "length": Signature((TEXTS | LISTS,), NUMBER),
    "matches": Signature((TEXTS,), TRUTH),
    "today": Signature((EVERY,), TEXT),
    "date_diff": Signature((TEXTS,), NUMBER),
}


def kind_of(tree: object, definition: Definition, depth: int = 0) -> str:
    """The kind a tree comes to; ANY where it cannot be told."""
    if isinstance(tree, bool):
        return TRUTH
    if isinstance(tree, (int, float)):
        return NUMBER
    if isinstance(tree, str):
        return TEXT
    if not isinstance(tree, (list, tuple)) or not tree or depth > 40:
        return ANY
    return _kind_of_call(tree, definition, depth)


def _kind_of_call(tree: list[object] | tuple[object, ...], definition: Definition, depth: int) -> str:
    name, parts = str(tree[0]), tree[1:]
    if name == "q":
        return kind_of_question(str(parts[0]), definition, depth) if parts else ANY
    if name in ("if", "coalesce"):
        kinds = [kind_of(part, definition, depth + 1) for part in (parts[1:] if name == "if" else parts)]
        return next((kind for kind in kinds if kind != ANY), ANY)
    return SIGNATURES[name].gives if name in SIGNATURES else ANY


def kind_of_question(code: str, definition: Definition, depth: int = 0) -> str:
    question = definition.by_code.get(code)
    if question is None:
        return ANY
    if question.is_computed:
        return kind_of(question.calculation, definition, depth + 1)
    return OF_QUESTIONS.get(question.type, TEXT)
