"""What a row gives beside its words: bounds, a value set in advance, whether it must be answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from impact_study.enums import FileKind, QuestionType, Required
from impact_study.rules.answers.files import ENDINGS
from impact_study.rules.xlsform.walking import Place

TEXTS = {QuestionType.TEXT, QuestionType.LONG_TEXT, QuestionType.DATE, QuestionType.TIME}
NUMBERS = {QuestionType.INTEGER, QuestionType.NUMBER, QuestionType.RATING}
NO, YES = {"", "no", "false", "false()"}, {"yes", "true", "true()"}


def required(place: Place, kind: QuestionType) -> tuple[Required, bool]:
    """How far an answer is asked for, and whether that is less than the form says."""
    said = place.bound("required").strip().lower()
    if kind == QuestionType.COMPUTED or said in NO:
        return Required.NONE, False
    if kind == QuestionType.CONSENT and said in YES:
        return Required.HARD, False
    return Required.SOFT, True


def bounds(place: Place) -> dict[str, Any]:
    """The ends of a range, from 1 to 10 where the form says nothing."""
    given = place.node.get("parameters") or {}
    return {
        "low": _number(given.get("start", 1)),
        "high": _number(given.get("end", 10)),
        "step": _number(given.get("step", 1)) or 1,
    }


def files(place: Place) -> dict[str, Any]:
    """A picture, or a file whose endings the form may name."""
    if place.kind.lower() in ("image", "photo"):
        return {"file_kinds": (FileKind.PICTURES,)}
    named = str(place.node.get("control", {}).get("accept", "")).lower()
    endings = {part.strip().removeprefix(".") for part in named.split(",")}
    kinds = tuple(kind for kind in FileKind if endings & set(ENDINGS[kind]))
    return {"file_kinds": kinds} if kinds else {}


def _number(given: object) -> int | float | None:
    try:
        number = float(str(given))
    except ValueError:
        return None
    return int(number) if number.is_integer() else number


def default(place: Place, kind: QuestionType, names: Mapping[str, str]) -> Any:
    """A plain value set in advance; None for an expression."""
    given = str(place.node.get("default") or "")
    if kind in (QuestionType.MULTIPLE, QuestionType.RANKING):
        parts = given.split()
        return tuple(names[one] for one in parts) if parts and all(one in names for one in parts) else None
    if kind in NUMBERS:
        return _number(given)
    if kind in TEXTS:
        return given if given and "${" not in given and "(" not in given else None
    return names.get(given)
