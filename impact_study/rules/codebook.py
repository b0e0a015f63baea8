"""What the columns of a study's answers mean: made from the questionnaires, kept with each snapshot as plain data.

{"study": …, "waves": [{"group", "kind", "instrument", "version"}],
 "variables": [{"code", "column", "type", "label": {language: text}, "concept", "scale_role", "relevant", "personal",
                "other", "low", "high", "groups", "asked",
                "choices": [{"code", "value", "exclusive", "missing", "label"}]}],
 "scales": [{"code", "title", "items", "reversed", "low", "high", "rule", "minimum_share", "groups", "asked"}]}

`asked` names group and wave ("student/pre") of every questionnaire that has the question.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from impact_study.enums import QuestionType
from impact_study.rules.definition import Definition, Question, Scale

type Texts = Mapping[str, Mapping[str, str]]
"""By language and key."""

NO_ANSWERS = {QuestionType.CONSENT, QuestionType.LINKAGE_CODE}
SEVERAL = {QuestionType.MULTIPLE, QuestionType.MATRIX_MULTIPLE, QuestionType.RANKING}
ONE_OF = {QuestionType.SINGLE, QuestionType.MATRIX_SINGLE}
# Of files only their number is known.
NUMBERS = {QuestionType.NUMBER, QuestionType.INTEGER, QuestionType.RATING, QuestionType.FILE}

KNOWN_BESIDE = frozenset({
    "wave", "group", "partner", "country", "language", "organisation", "code", "day", "seconds", "version", "channel",
    "respondent",
})  # fmt: skip
"""What tables of answers know of a response beside its answers: a question of such a code gets another column."""


@dataclass(frozen=True)
class Asked:
    """One wave with what it asked."""

    group: str
    kind: str
    version: int
    definition: Definition
    texts: Texts


def codebook(study: str, asked: Iterable[Asked]) -> dict[str, Any]:
    """Questions of one code, type and choices are one variable; another question of the code gets its own column."""
    waves, variables, scales = [], dict[str, dict[str, Any]](), dict[str, dict[str, Any]]()
    for each in asked:
        waves.append(
            {"group": each.group, "kind": each.kind, "instrument": each.definition.code, "version": each.version}
        )
        for question in each.definition.questions:
            if question.type not in NO_ANSWERS:
                _add(variables, _variable(question, each), each)
        for scale in each.definition.scales:
            _add(scales, _scale(scale, each.texts), each)
    return {"study": study, "waves": waves, "variables": list(variables.values()), "scales": list(scales.values())}


def _add(known: dict[str, dict[str, Any]], found: dict[str, Any], asked: Asked) -> None:
    """Join what is the same; what differs stands under a name with the group."""
    name = f"{found['code']}__answer" if found["code"] in KNOWN_BESIDE else found["code"]
    if name in known and not _is_same(known[name], found):
        name = f"{name}__{asked.group}"
    kept = known.setdefault(name, {**found, "column": name, "groups": [], "asked": []})
    kept["asked"].append(f"{asked.group}/{asked.kind}")
    if asked.group not in kept["groups"]:
        kept["groups"].append(asked.group)


def _is_same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    if "items" in one:
        return all(one[name] == other[name] for name in ("items", "reversed", "low", "high", "rule", "minimum_share"))
    return one["type"] == other["type"] and _meaning(one) == _meaning(other)


def _meaning(variable: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    return [(choice["code"], choice["value"], choice["missing"]) for choice in variable["choices"]]


def _variable(question: Question, asked: Asked) -> dict[str, Any]:
    choices = [
        {
            "code": choice.code, "value": choice.value, "exclusive": choice.exclusive,
            "missing": choice.missing and str(choice.missing), "label": in_all(asked.texts, choice.text),
        }
        for choice in asked.definition.choices_of(question)
    ]  # fmt: skip
    return {
        "code": question.code, "type": str(question.type), "label": in_all(asked.texts, question.text),
        "concept": question.concept, "scale_role": question.scale_role, "relevant": question.relevant,
        "personal": question.personal, "other": question.other, "low": question.low, "high": question.high,
        "choices": choices,
    }  # fmt: skip


def _scale(scale: Scale, texts: Texts) -> dict[str, Any]:
    return {
        "code": scale.code, "title": in_all(texts, scale.title), "items": list(scale.items),
        "reversed": list(scale.reversed), "low": scale.low, "high": scale.high, "rule": scale.rule,
        "minimum_share": scale.minimum_share,
    }  # fmt: skip


def in_all(texts: Texts, key: str) -> dict[str, str]:
    return {language: told[key] for language, told in texts.items() if told.get(key)}
