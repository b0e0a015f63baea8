"""Reading one page as it was sent: the good parts are kept whatever else is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import get_language

from core.problems import Problem
from impact_study.enums import Missing, Required
from impact_study.rules.answers import faults
from impact_study.rules.answers.checking import most_letters, value_fault
from impact_study.rules.answers.cleaning import clean_line
from impact_study.rules.answers.faults import Fault
from impact_study.rules.answers.standing import Standing, computed
from impact_study.rules.answers.typing_in import Raw, Typed, read_typed
from impact_study.rules.definition.definition import Definition
from impact_study.rules.definition.parts import Page, Question, questions_of
from impact_study.rules.logic import truth

NOT_QUESTIONS = frozenset({"csrfmiddlewaretoken"})


@dataclass
class Reading:
    """What one page brought: answers, the reasons where there is none, and everything that is wrong."""

    values: dict[str, object] = field(default_factory=dict)
    missing: dict[str, Missing] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_page(
    definition: Definition,
    page: Page,
    raw: Raw,
    *,
    today: date,
    known: Mapping[str, object],
    language: str | None = None,
    texts: Mapping[str, str] | None = None,
) -> Reading:
    """Read the fields of a page. `known` are the answers so far; `texts` give a constraint its own message.

    Fields whose name begins with `_` are the form's own and passed over.
    """
    reader = _PageReader(definition, page, raw, language or get_language() or "en", texts or {})
    reader.go(known, today)
    return reader.reading


class _PageReader:
    def __init__(self, definition: Definition, page: Page, raw: Raw, language: str, texts: Mapping[str, str]) -> None:
        self.definition, self.page, self.raw = definition, page, raw
        self.language, self.texts = language, texts
        self.reading = Reading()

    def go(self, known: Mapping[str, object], today: date) -> None:
        before = Standing(known, today)
        for page in self.definition.pages:
            if page.code == self.page.code:
                break
            before.shows_page(page)
        now = Standing({}, today, kept=dict(before.kept))
        before.shows_page(self.page)
        open_page = now.holds(self.page.relevant)
        for item in self.page.items:
            shown = open_page and now.holds(item.relevant)
            for question in questions_of(item):
                if shown and (question is item or now.holds(question.relevant)):
                    self.ask(question, now, was_shown=question.code in before.items)
                else:
                    self.pass_over(question)
        self.reading.problems += map(faults.unknown_question, self.unknown_fields())

    def ask(self, question: Question, now: Standing, *, was_shown: bool) -> None:
        if question.is_computed:
            self.keep(question, computed(question, now.kept, now.today), now)
            return
        typed = read_typed(self.definition, question, self.raw, self.language)
        fault = typed.fault or self.fault(question, typed.value, now)
        if fault:
            self.refuse(question, fault)
        elif typed.value is not None:
            self.keep(question, typed.value, now)
            self.keep_other(question, typed, now)
        else:
            self.leave_open(question, typed.reason, was_shown=was_shown)

    def fault(self, question: Question, value: object, now: Standing) -> Fault | None:
        if value is None:
            return None
        if fault := value_fault(self.definition, question, value):
            return fault
        return constraint_fault(question, {**now.kept, question.code: value}, now.today, self.texts)

    def refuse(self, question: Question, fault: Fault) -> None:
        self.reading.missing[question.code] = Missing.NO_ANSWER
        self.reading.problems.append(fault.at(question.code))

    def keep(self, question: Question, value: object, now: Standing) -> None:
        if value is None:
            self.reading.missing[question.code] = Missing.NO_ANSWER
        else:
            self.reading.values[question.code] = now.kept[question.code] = value

    def keep_other(self, question: Question, typed: Typed, now: Standing) -> None:
        words = clean_line("".join(self.raw.get(question.other_code, ())))
        if not (question.other and words and chose_other(typed.value)):
            return
        if len(words) > most_letters(question):
            self.reading.problems.append(faults.too_long(len(words), most_letters(question)).at(question.other_code))
        else:
            self.reading.values[question.other_code] = now.kept[question.other_code] = words

    def leave_open(self, question: Question, reason: Missing | None, *, was_shown: bool) -> None:
        self.reading.missing[question.code] = reason or Missing.NO_ANSWER
        if reason:
            return
        if not was_shown:
            self.reading.problems.append(faults.now_shown(question.code))
        elif question.required == Required.HARD:
            self.reading.problems.append(faults.required().at(question.code))
        elif question.required == Required.SOFT:
            self.reading.problems.append(faults.soft_required(question.code))

    def pass_over(self, question: Question) -> None:
        self.reading.missing[question.code] = Missing.NOT_SHOWN
        if any(text.strip() for text in self.raw.get(question.code, ())):
            self.reading.problems.append(faults.hidden_dropped(question.code))

    def unknown_fields(self) -> list[str]:
        known = {question.code for question in self.page.questions}
        return [
            name
            for name in self.raw
            if not name.startswith("_") and name not in NOT_QUESTIONS and name.partition("__")[0] not in known
        ]


def chose_other(value: object) -> bool:
    return value == "other" or (isinstance(value, list) and "other" in value)


def constraint_fault(
    question: Question, values: Mapping[str, object], today: date, texts: Mapping[str, str]
) -> Fault | None:
    """A constraint stops an answer only when it is known to be false."""
    if question.constraint is None or truth(question.constraint, values, today) is not False:
        return None
    return faults.constraint_broken(texts.get(question.constraint_message, ""))
