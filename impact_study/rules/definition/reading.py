"""From a JSON document to a questionnaire."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from core.problems import ProblemsFound
from impact_study.enums import Missing, QuestionType, Required
from impact_study.rules.definition.definition import Definition
from impact_study.rules.definition.parts import Choice, ChoiceList, Item, Matrix, Page, Question, Scale, TextItem
from impact_study.rules.definition.shape import shape_problems
from impact_study.rules.logic.trees import freeze


def read_definition(data: Mapping[str, object]) -> Definition:
    """Check a document's shape and read it. Raises ProblemsFound with all that is wrong."""
    if problems := shape_problems(data):
        raise ProblemsFound(problems)
    return trusted_definition(data)


def trusted_definition(data: Mapping[str, Any]) -> Definition:
    """Read a document that was checked before, such as a published version, without checking it again."""
    meta = data["meta"]
    return Definition(
        code=meta["code"],
        base_language=meta["base_language"],
        languages=tuple(meta["languages"]),
        title=meta["title"],
        choice_lists=tuple(map(_choice_list, data.get("choice_lists", ()))),
        scales=tuple(Scale(**_frozen(scale)) for scale in data.get("scales", ())),
        pages=tuple(map(_page, data["pages"])),
    )


def _frozen(part: Mapping[str, Any], *, without: tuple[str, ...] = ()) -> dict[str, Any]:
    return {name: freeze(value) for name, value in part.items() if name not in without}


def _choice_list(data: Mapping[str, Any]) -> ChoiceList:
    return ChoiceList(data["code"], tuple(map(_choice, data["choices"])))


def _choice(data: Mapping[str, Any]) -> Choice:
    values = _frozen(data)
    if reason := values.get("missing"):
        values["missing"] = Missing(reason)
    return Choice(**values)


def _page(data: Mapping[str, Any]) -> Page:
    return Page(**_frozen(data, without=("items",)), items=tuple(map(_item, data["items"])))


def _item(data: Mapping[str, Any]) -> Item:
    if data["kind"] == "text":
        return TextItem(**_frozen(data, without=("kind",)))
    if data["kind"] == "matrix":
        return _matrix(data)
    return _question(_frozen(data, without=("kind",)))


def _matrix(data: Mapping[str, Any]) -> Matrix:
    values = _frozen(data, without=("kind", "rows", "type"))
    shared = {"type": data["type"], "choices": data["choices"]}
    rows = tuple(_question({**_frozen(row), **shared}) for row in data["rows"])
    return Matrix(**values, type=QuestionType(data["type"]), rows=rows)


def _question(values: dict[str, Any]) -> Question:
    values["type"] = QuestionType(values["type"])
    values["required"] = Required(values.get("required", Required.NONE))
    values["personal"] = values.pop("personal_data", False)
    return Question(**values)
