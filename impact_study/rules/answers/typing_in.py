"""What people type or tick, as a value. Numbers and days are read the way the respondent's language writes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from core.sheets.numbers import CLOCK, read_number
from impact_study.enums import Missing, QuestionType
from impact_study.rules.answers import faults
from impact_study.rules.answers.cleaning import clean_line, clean_text
from impact_study.rules.answers.faults import Fault
from impact_study.rules.answers.files import read_sent
from impact_study.rules.definition.definition import Definition
from impact_study.rules.definition.parts import Question

POINT_LANGUAGES = frozenset({"en", "ga", "mt", "he", "zh", "ja"})
DAY = re.compile(r"(\d{1,2})\s?[./\- ]\s?(\d{1,2})\s?[./\- ]\s?(\d{4})\.?", re.ASCII)
ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
MONTH = re.compile(r"(\d{1,2})\s?[./\- ]\s?(\d{4})", re.ASCII)
ISO_MONTH = re.compile(r"(\d{4})-(\d{1,2})", re.ASCII)
TIME = re.compile(r"(\d{1,2})\s?[:.h]\s?(\d{2})", re.ASCII)
YES, NO = frozenset({"yes", "true", "on", "1"}), frozenset({"no", "false", "off", "0"})

type Raw = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Typed:
    """What was meant: a value, a declared reason for none, or a fault. All empty: nothing was typed."""

    value: object = None
    reason: Missing | None = None
    fault: Fault | None = None


NOTHING = Typed()


def read_typed(definition: Definition, question: Question, raw: Raw, language: str) -> Typed:
    """One question's fields, as posted, as a value in its stored form. Whether it fits is checked afterwards."""
    given = [text for text in raw.get(question.code, ()) if text.strip()]
    if question.type == QuestionType.RANKING:
        return _ranking(definition, question, raw, given)
    if not given:
        return NOTHING
    if question.type == QuestionType.FILE:
        return _files(given)
    if question.type in CHOOSING:
        return _chosen(definition, question, given)
    if len(given) > 1:
        return Typed(fault=faults.several_choices())
    return READERS[question.type](given[0], language)


CHOOSING = {
    QuestionType.SINGLE,
    QuestionType.MATRIX_SINGLE,
    QuestionType.MULTIPLE,
    QuestionType.MATRIX_MULTIPLE,
    QuestionType.RATING,
}
ONE = {QuestionType.SINGLE, QuestionType.MATRIX_SINGLE, QuestionType.RATING}


def _chosen(definition: Definition, question: Question, given: list[str]) -> Typed:
    codes = list(dict.fromkeys(text.strip() for text in given))
    if len(codes) > 1 and question.type in ONE:
        return Typed(fault=faults.several_choices())
    reasons = {choice.code: choice.missing for choice in definition.choices_of(question) if choice.missing}
    if any(code in reasons for code in codes):
        return Typed(fault=faults.exclusive_choice()) if len(codes) > 1 else Typed(reason=reasons[codes[0]])
    if question.type == QuestionType.RATING:
        return _number(codes[0], "en")
    if question.type in ONE:
        return Typed(codes[0])
    order = {choice.code: place for place, choice in enumerate(definition.choices_of(question))}
    return Typed(sorted(codes, key=lambda code: order.get(code, len(order))))


def _ranking(definition: Definition, question: Question, raw: Raw, given: list[str]) -> Typed:
    """An order of choices: their codes in that order, or a place typed beside each (`<question>__<choice>`)."""
    if given:
        return Typed([text.strip() for text in given])
    places: dict[int, str] = {}
    for choice in definition.choices_of(question):
        place = "".join(raw.get(f"{question.code}__{choice.code}", ())).strip()
        if place and not (place.isascii() and place.isdecimal() and len(place) < 4):
            return Typed(fault=faults.not_a_number())
        if place and int(place) in places:
            return Typed(fault=faults.ranked_twice())
        if place:
            places[int(place)] = choice.code
    return Typed([places[place] for place in sorted(places)]) if places else NOTHING


def _files(given: list[str]) -> Typed:
    entries = read_sent(given)
    return Typed(entries) if entries else Typed(fault=faults.wrong_type())


def _number(text: str, language: str) -> Typed:
    words = text.strip()
    number = None
    if not CLOCK.match(words):
        number = read_number(words).by("." if language.partition("-")[0] in POINT_LANGUAGES else ",")
    if number is None:
        return Typed(fault=faults.not_a_number())
    return Typed(int(number) if number == number.to_integral_value() else float(number))


def _day(text: str, language: str) -> Typed:
    words = " ".join(text.split())
    if iso := ISO_DAY.fullmatch(words):
        year, month, day = map(int, iso.groups())
    elif figures := DAY.fullmatch(words):
        day, month, year = map(int, figures.groups())
        if language.lower() == "en-us":
            day, month = month, day
    else:
        return Typed(fault=faults.not_a_day())
    try:
        return Typed(date(year, month, day).isoformat())
    except ValueError:
        return Typed(fault=faults.not_a_day())


def _month(text: str, language: str) -> Typed:
    words = " ".join(text.split())
    if iso := ISO_MONTH.fullmatch(words):
        year, month = iso.groups()
    elif figures := MONTH.fullmatch(words):
        month, year = figures.groups()
    else:
        return Typed(fault=faults.not_a_month())
    return Typed(f"{year}-{int(month):02d}")


def _time(text: str, language: str) -> Typed:
    clock = TIME.fullmatch(" ".join(text.split()))
    return Typed(f"{int(clock[1]):02d}:{clock[2]}") if clock else Typed(fault=faults.not_a_time())


def _line(text: str, language: str) -> Typed:
    return Typed(clean_line(text) or None)


def _lines(text: str, language: str) -> Typed:
    return Typed(clean_text(text) or None)


def _code(text: str, language: str) -> Typed:
    return Typed(re.sub(r"[\s\-]", "", clean_line(text)).upper() or None)


def _consent(text: str, language: str) -> Typed:
    word = text.strip().lower()
    return Typed(word in YES) if word in YES | NO else Typed(fault=faults.wrong_type())


READERS: dict[QuestionType, Callable[[str, str], Typed]] = {
    QuestionType.NUMBER: _number,
    QuestionType.INTEGER: _number,
    QuestionType.TEXT: _line,
    QuestionType.LONG_TEXT: _lines,
    QuestionType.LINKAGE_CODE: _code,
    QuestionType.DATE: _day,
    QuestionType.MONTH: _month,
    QuestionType.TIME: _time,
    QuestionType.CONSENT: _consent,
}
