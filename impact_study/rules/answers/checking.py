"""Whether a value fits its question. The same check serves a page, a whole response and an import."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from math import isfinite

from impact_study.enums import QuestionType
from impact_study.rules.answers import faults
from impact_study.rules.answers.cleaning import clean_line, clean_text
from impact_study.rules.answers.faults import Fault
from impact_study.rules.answers.files import files_fault
from impact_study.rules.definition.definition import Definition
from impact_study.rules.definition.parts import Number, Question

LENGTHS = {QuestionType.TEXT: 250, QuestionType.LONG_TEXT: 2000, QuestionType.LINKAGE_CODE: 40}
FURTHEST = 10**15
RATING = (0, 10)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
MONTH = re.compile(r"(?!0000)\d{4}-(0[1-9]|1[0-2])", re.ASCII)
CLOCK = re.compile(r"\d{2}:\d{2}", re.ASCII)

type Check = Callable[[Definition, Question, object], Fault | None]


def value_fault(definition: Definition, question: Question, value: object) -> Fault | None:
    """What is wrong with a value in its stored form; None when it fits."""
    return CHECKS[question.type](definition, question, value)


def most_letters(question: Question) -> int:
    return question.max_length or LENGTHS.get(question.type, LENGTHS[QuestionType.TEXT])


def bounds(question: Question) -> tuple[Number | None, Number | None]:
    """The least and the largest number; a rating without bounds goes from 0 to 10."""
    if question.type == QuestionType.RATING:
        low = RATING[0] if question.low is None else question.low
        return low, RATING[1] if question.high is None else question.high
    return question.low, question.high


def _single(definition: Definition, question: Question, value: object) -> Fault | None:
    if not isinstance(value, str):
        return faults.wrong_type()
    known = {choice.code for choice in definition.choices_of(question) if choice.missing is None}
    return None if value in known else faults.unknown_choice([value])


def _several(definition: Definition, question: Question, value: object) -> Fault | None:
    if not isinstance(value, (list, tuple)) or not value or not all(isinstance(part, str) for part in value):
        return faults.wrong_type()
    choices = {choice.code: choice for choice in definition.choices_of(question)}
    if unknown := [part for part in value if part not in choices or choices[part].missing]:
        return faults.unknown_choice(unknown)
    if len(set(value)) < len(value):
        return faults.ranked_twice() if question.type == QuestionType.RANKING else faults.wrong_type()
    if len(value) > 1 and question.type != QuestionType.RANKING and any(choices[part].exclusive for part in value):
        return faults.exclusive_choice()
    return None


def _number(definition: Definition, question: Question, value: object) -> Fault | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return faults.not_a_number()
    if isinstance(value, float) and not isfinite(value):
        return faults.not_a_number()
    if question.type == QuestionType.INTEGER and value != int(value):
        return faults.not_whole()
    low, high = bounds(question)
    if value < (-FURTHEST if low is None else low):
        return faults.too_small(-FURTHEST if low is None else low)
    if value > (FURTHEST if high is None else high):
        return faults.too_large(FURTHEST if high is None else high)
    return None if _on_step(question, value) else faults.off_step(question.step or 1)


def _on_step(question: Question, value: Number) -> bool:
    step = question.step or (1 if question.type == QuestionType.RATING else None)
    if step is None:
        return True
    start = bounds(question)[0] or 0
    return (Decimal(str(value)) - Decimal(str(start))) % Decimal(str(step)) == 0


def _text(definition: Definition, question: Question, value: object) -> Fault | None:
    if not isinstance(value, str):
        return faults.wrong_type()
    clean = clean_text if question.type == QuestionType.LONG_TEXT else clean_line
    if not value or clean(value) != value:
        return faults.wrong_type()
    return words_fault(question, value)


def words_fault(question: Question, value: str) -> Fault | None:
    most = most_letters(question)
    return faults.too_long(len(value), most) if len(value) > most else None


def _day(definition: Definition, question: Question, value: object) -> Fault | None:
    return None if _readable(DAY, date.fromisoformat, value) else faults.not_a_day()


def _time(definition: Definition, question: Question, value: object) -> Fault | None:
    return None if _readable(CLOCK, time.fromisoformat, value) else faults.not_a_time()


def _readable(shape: re.Pattern[str], read: Callable[[str], object], value: object) -> bool:
    if not isinstance(value, str) or not shape.fullmatch(value):
        return False
    try:
        read(value)
    except ValueError:
        return False
    return True


def _month(definition: Definition, question: Question, value: object) -> Fault | None:
    return None if isinstance(value, str) and MONTH.fullmatch(value) else faults.not_a_month()


def _consent(definition: Definition, question: Question, value: object) -> Fault | None:
    return None if isinstance(value, bool) else faults.wrong_type()


def _computed(definition: Definition, question: Question, value: object) -> Fault | None:
    return None


CHECKS: dict[QuestionType, Check] = {
    QuestionType.SINGLE: _single,
    QuestionType.MATRIX_SINGLE: _single,
    QuestionType.MULTIPLE: _several,
    QuestionType.MATRIX_MULTIPLE: _several,
    QuestionType.RANKING: _several,
    QuestionType.RATING: _number,
    QuestionType.NUMBER: _number,
    QuestionType.INTEGER: _number,
    QuestionType.TEXT: _text,
    QuestionType.LONG_TEXT: _text,
    QuestionType.LINKAGE_CODE: _text,
    QuestionType.DATE: _day,
    QuestionType.MONTH: _month,
    QuestionType.TIME: _time,
    QuestionType.CONSENT: _consent,
    QuestionType.FILE: files_fault,
    QuestionType.COMPUTED: _computed,
}
