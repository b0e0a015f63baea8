"""A respondent's own scores beside those of the group: plain sums, for pages that load nothing heavy."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from impact_study.rules.definition import Definition, Scale


def own_scores(definition: Definition, answers: Mapping[str, object]) -> dict[str, float]:
    """The score of each scale of which enough items are answered."""
    found = {scale.code: _score(definition, scale, answers) for scale in definition.scales}
    return {code: score for code, score in found.items() if score is not None}


def _score(definition: Definition, scale: Scale, answers: Mapping[str, object]) -> float | None:
    values = [
        scale.low + scale.high - value if code in scale.reversed else value
        for code in scale.items if (value := _value(definition, code, answers.get(code))) is not None
    ]  # fmt: skip
    if len(values) < max(1, math.ceil(Fraction(str(scale.minimum_share)) * len(scale.items))):
        return None
    mean = sum(values) / len(values)
    return mean * len(scale.items) if scale.rule == "sum" else mean


def _value(definition: Definition, code: str, answer: object) -> float | None:
    if isinstance(answer, int | float) and not isinstance(answer, bool):
        return answer
    question = definition.by_code.get(code)
    choices = definition.choices_of(question) if question else ()
    return next((choice.value for choice in choices if choice.code == answer), None)


def group_scores(
    definition: Definition, sheets: Iterable[Mapping[str, object]], *, least: int
) -> dict[str, Sequence[float]]:
    """For each scale how many people have a score, and its mean; nothing of fewer people than the least."""
    sums: dict[str, tuple[int, float]] = {}
    for answers in sheets:
        for code, score in own_scores(definition, answers).items():
            number, total = sums.get(code, (0, 0.0))
            sums[code] = number + 1, total + score
    return {code: (number, total / number) for code, (number, total) in sums.items() if number >= least}


def is_due(*, now: int, then: int, least: int) -> bool:
    """Whether so many came since that the difference of two means tells nobody's answer, and counting is worth it."""
    return now >= least and now - then >= max(least, then // 10)
