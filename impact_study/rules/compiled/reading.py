"""Reading a page that was sent: in the usual case a table of callables made once, else the whole engine.

The quick way says nothing of what is wrong. Whatever it does not take at once is read again by `read_page`, so both
ways always come to the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from impact_study.enums import Missing, QuestionType, Required
from impact_study.rules.answers import Reading, read_page
from impact_study.rules.answers.checking import bounds, most_letters
from impact_study.rules.answers.cleaning import clean_line, clean_text
from impact_study.rules.compiled.fields import NOT_SAID
from impact_study.rules.definition import Definition, Page, Question

if TYPE_CHECKING:
    from impact_study.rules.compiled.survey import CompiledPage, CompiledSurvey

type Raw = Mapping[str, Sequence[str]]
type Take = Callable[[Sequence[str]], Any]


class Odd(Exception):  # noqa: N818  (not wrong; only not for the quick way)
    """Something that the quick way leaves to the engine."""


@dataclass(frozen=True)
class QuickReader:
    """For a page without conditions: what to do with each field, and which must not be left open unseen."""

    takes: Mapping[str, Take]
    soft: frozenset[str]

    def read(self, raw: Raw) -> Reading | None:
        values: dict[str, Any] = {}
        try:
            for name, given in raw.items():
                if not name.startswith("_"):
                    value = self.takes[name](given)
                    if value is not None:
                        values[name] = value
        except (Odd, KeyError):
            return None
        missing = {code: Missing.NO_ANSWER for code in self.takes if code not in values}
        if not self.soft.isdisjoint(missing):
            return None
        return Reading(values, missing)


def quick_reader(definition: Definition, page: Page) -> QuickReader | None:
    """None for a page where one thing depends on another."""
    if page.relevant is not None or any(item.relevant is not None for item in page.items):
        return None
    takes = {}
    for question in page.questions:
        take = _take(definition, question)
        if take is None or question.relevant is not None or question.constraint is not None:
            return None
        takes[question.code] = take
    asked = frozenset(question.code for question in page.questions if question.required != Required.NONE)
    return QuickReader(takes, asked)


def _take(definition: Definition, question: Question) -> Take | None:
    choices = definition.choices_of(question)
    values = frozenset(choice.code for choice in choices if choice.missing is None)
    if question.other:
        values -= {"other"}
    if question.type in (QuestionType.SINGLE, QuestionType.MATRIX_SINGLE):
        return _one(values)
    if question.type in (QuestionType.MULTIPLE, QuestionType.MATRIX_MULTIPLE):
        free = {choice.code: place for place, choice in enumerate(choices) if not choice.exclusive}
        return _several({code: place for code, place in free.items() if code in values})
    if question.type == QuestionType.RATING and (question.step or 1) == 1:
        low, high = bounds(question)
        return _rating(range(int(low or 0), int(high or 0) + 1))
    if question.type in (QuestionType.TEXT, QuestionType.LONG_TEXT):
        clean = clean_text if question.type == QuestionType.LONG_TEXT else clean_line
        return _words(clean, most_letters(question))
    return None


def _one(codes: frozenset[str]) -> Take:
    def take(given: Sequence[str]) -> str:
        if len(given) == 1 and given[0] in codes:
            return given[0]
        raise Odd

    return take


def _several(places: Mapping[str, int]) -> Take:
    def take(given: Sequence[str]) -> list[str]:
        if not given or len(set(given)) != len(given) or any(code not in places for code in given):
            raise Odd
        return sorted(given, key=places.__getitem__)

    return take


def _rating(numbers: range) -> Take:
    known = {str(number): number for number in numbers}

    def take(given: Sequence[str]) -> int:
        if len(given) != 1 or given[0] not in known:
            raise Odd
        return known[given[0]]

    return take


def _words(clean: Callable[[str], str], most: int) -> Take:
    def take(given: Sequence[str]) -> str | None:
        if len(given) != 1:
            raise Odd
        words = clean(given[0])
        if len(words) > most:
            raise Odd
        return words or None

    return take


def read_sent(
    survey: CompiledSurvey, compiled: CompiledPage, raw: Raw, *, known: Mapping[str, object], today: date
) -> Reading:
    """What a page brought, with "prefer not to answer" as its own reason whatever the kind of question."""
    if compiled.quick and (reading := compiled.quick.read(raw)):
        return reading
    silent = _silent(survey.definition, compiled.page, raw)
    heard = {name: texts for name, texts in raw.items() if name.partition("__")[0] not in silent}
    reading = read_page(
        survey.definition, compiled.page, heard, today=today, known=known, language=survey.language,
        texts={**survey.texts.base, **survey.texts.own},
    )  # fmt: skip
    for code in silent:
        if reading.missing.get(code) == Missing.NO_ANSWER:
            reading.missing[code] = Missing.PREFER_NOT_TO_SAY
    reading.problems = [
        problem for problem in reading.problems if problem.field not in silent or problem.code != "soft_required"
    ]
    return reading


def _silent(definition: Definition, page: Page, raw: Raw) -> set[str]:
    """Questions somebody prefers not to answer where the list has no such choice of its own."""
    found = set()
    for question in page.questions:
        said = {*raw.get(question.code, ()), *raw.get(f"{question.code}__missing", ())}
        has_own = any(choice.code == NOT_SAID for choice in definition.choices_of(question))
        if NOT_SAID in said and question.personal and question.required != Required.HARD and not has_own:
            found.add(question.code)
    return found
