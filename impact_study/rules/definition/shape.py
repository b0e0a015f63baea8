"""The document's shape, by the published JSON Schema beside this file."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from functools import cache
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from core.problems import Problem

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator, ValidationError

SCHEMA = Path(__file__).with_name("schema.json")
MOST_SHOWN, DEEPEST = 50, 40


def shape_problems(data: object) -> list[Problem]:
    """Where the document differs from the schema, in the document's order."""
    if too_deep(data):
        return [Problem("too_deep", _("A condition is nested too deep to be read."), remedy=_("Divide it."))]
    if strange_numbers(data):
        return [Problem("strange_number", _("A number is infinite or none at all."), remedy=_("Write a plain number."))]
    found = sorted(_validator().iter_errors(data), key=lambda error: [str(step) for step in error.absolute_path])
    return [_problem(data, error) for error in found[:MOST_SHOWN]]


def too_deep(data: object) -> bool:
    """Whether parts lie in parts beyond what any questionnaire needs; told without going down that far."""
    level = [data]
    for _depth in range(DEEPEST):
        level = [part for whole in level for part in _within(whole)]
    return bool(level)


def strange_numbers(data: object) -> bool:
    """Python's JSON reads NaN and Infinity, which no other reader and no database takes."""
    return not isfinite(data) if isinstance(data, float) else any(map(strange_numbers, _within(data)))


def _within(whole: object) -> Collection[object]:
    if isinstance(whole, Mapping):
        return whole.values()
    return whole if isinstance(whole, (list, tuple)) else ()


@cache
def _validator() -> Draft202012Validator:
    from jsonschema import Draft202012Validator  # here, since a web process mostly reads what was checked before

    schema = json.loads(SCHEMA.read_text())
    return Draft202012Validator(_inlined(schema, schema["$defs"]))


def _inlined(part: Any, named: Mapping[str, Any]) -> Any:
    """References written out, which is several times faster; a tree goes on within itself and stays one."""
    if isinstance(part, list):
        return [_inlined(one, named) for one in part]
    if not isinstance(part, dict):
        return part
    name = str(part.get("$ref", "")).rpartition("/")[2]
    if name and name != "tree":
        return _inlined(named[name], named)
    if "$defs" in part:
        part = {**part, "$defs": {"tree": part["$defs"]["tree"]}}
    return {key: _inlined(value, named) for key, value in part.items()}


def _problem(data: object, error: ValidationError) -> Problem:
    steps = list(error.absolute_path)
    return Problem(
        code="wrong_shape",
        message=_("%(place)s does not have the form of a questionnaire (%(rule)s: %(expected)s).")
        % {"place": _place(steps), "rule": error.validator, "expected": json.dumps(error.validator_value)[:120]},
        field=_owner(data, steps),
        remedy=_("Compare it with the description of the format."),
    )


def _place(steps: list[Any]) -> str:
    return " › ".join(str(step + 1) if isinstance(step, int) else str(step) for step in steps) or "…"


def _owner(data: object, steps: list[Any]) -> str:
    """The code of the innermost part that holds the place."""
    owner, part = "", data
    for step in [*steps, None]:
        if isinstance(part, Mapping) and isinstance(part.get("code"), str):
            owner = part["code"]
        if step is not None and isinstance(part, (Mapping, list)):
            part = part[step]  # type: ignore[index]  # a step is a name in a mapping and a number in a list
    return owner
