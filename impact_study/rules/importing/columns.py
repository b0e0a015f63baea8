"""What the columns of a sheet of responses hold: by code or label, of the wave that takes the answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.sheets.dates import Order
from core.sheets.numbers import Mark
from core.text import fold
from impact_study.rules.codebook import SEVERAL
from impact_study.rules.definition import Definition, Question

FACTS = {"version", "wave", "group", "language", "country", "day", "respondent", "code", "seconds"}
PASSED_OVER = {"partner", "channel"}


@dataclass(frozen=True)
class Asked:
    """The wave that takes the answers. `texts` are by language and key.

    `mark` and `order` say how the file writes numbers and days, where a person told.
    """

    definition: Definition
    texts: Mapping[str, Mapping[str, str]]
    languages: Sequence[str]
    version: int
    wave: str
    group: str
    mark: Mark | None = None
    order: Order | None = None


@dataclass(frozen=True)
class Place:
    """What a column holds: a fact of the response, an answer, one of several choices, or the words beside `other`."""

    fact: str = ""
    question: Question | None = None
    choice: str = ""
    is_other: bool = False


def places_of(asked: Asked) -> dict[str, Place]:
    """Headings, folded: codes before labels, so that a label never takes a code's place."""
    found = {fold(name): Place(fact=name) for name in (*FACTS, *PASSED_OVER)}
    labels: dict[str, Place] = {}
    for question in asked.definition.questions:
        found[fold(question.code)] = Place(question=question)
        for name in ("other", "other_text"):
            found.setdefault(fold(f"{question.code}__{name}"), Place(question=question, is_other=True))
        if question.type in SEVERAL:
            for choice in asked.definition.choices_of(question):
                found[fold(f"{question.code}__{choice.code}")] = Place(question=question, choice=choice.code)
        for texts in asked.texts.values():
            if label := fold(texts.get(question.text, "")):
                labels[label] = Place(question=question)
    return {**labels, **found}
