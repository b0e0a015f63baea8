"""The last word on a response: everything is evaluated again, whatever the pages said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from core.problems import Problem
from impact_study.enums import Missing, Required
from impact_study.rules.answers import faults
from impact_study.rules.answers.checking import most_letters, value_fault
from impact_study.rules.answers.cleaning import clean_line
from impact_study.rules.answers.pages import chose_other, constraint_fault
from impact_study.rules.answers.standing import Standing, computed
from impact_study.rules.definition.definition import Definition
from impact_study.rules.definition.parts import Item, Question, questions_of


@dataclass
class Settled:
    """A response as it is stored: every question has an answer or a reason why not."""

    answers: dict[str, object] = field(default_factory=dict)
    missing: dict[str, Missing] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def settle(
    definition: Definition,
    values: Mapping[str, object],
    missing: Mapping[str, Missing | str],
    *,
    today: date,
    texts: Mapping[str, str] | None = None,
) -> Settled:
    """Evaluate a whole response. Answers of hidden items are dropped (`not_shown`), computed ones are computed."""
    settler = _Settler(definition, values, missing, today, texts or {})
    for page in definition.pages:
        open_page = settler.standing.holds(page.relevant)
        for item in page.items:
            settler.item(item, shown=open_page and settler.standing.holds(item.relevant))
    settler.name_the_unknown()
    return settler.settled


class _Settler:
    def __init__(
        self,
        definition: Definition,
        values: Mapping[str, object],
        missing: Mapping[str, Missing | str],
        today: date,
        texts: Mapping[str, str],
    ) -> None:
        self.definition, self.values, self.reasons, self.texts = definition, values, missing, texts
        self.settled = Settled()
        self.standing = Standing(values, today, kept=self.settled.answers)

    def item(self, item: Item, *, shown: bool) -> None:
        for question in questions_of(item):
            if shown and (question is item or self.standing.holds(question.relevant)):
                self.shown(question)
            else:
                self.hidden(question)

    def hidden(self, question: Question) -> None:
        self.settled.missing[question.code] = Missing.NOT_SHOWN
        if question.code in self.values and not question.is_computed:
            self.settled.problems.append(faults.hidden_dropped(question.code))

    def shown(self, question: Question) -> None:
        if question.is_computed:
            value = computed(question, self.settled.answers, self.standing.today)
        else:
            value = self.checked(question)
        if value is None:
            self.settled.missing.setdefault(question.code, Missing.NO_ANSWER)
        else:
            self.settled.answers[question.code] = value
            self.other_words(question, value)

    def checked(self, question: Question) -> object:
        value = self.values.get(question.code)
        if value is None:
            self.leave_open(question)
            return None
        with_it = {**self.settled.answers, question.code: value}
        fault = value_fault(self.definition, question, value) or constraint_fault(
            question, with_it, self.standing.today, self.texts
        )
        if fault:
            self.settled.problems.append(fault.at(question.code))
            return None
        return value

    def leave_open(self, question: Question) -> None:
        declared = {choice.missing for choice in self.definition.choices_of(question)}
        reason = self.reasons.get(question.code)
        if reason in declared and reason is not None:
            self.settled.missing[question.code] = Missing(reason)
        elif question.required == Required.HARD:
            self.settled.problems.append(faults.required().at(question.code))

    def other_words(self, question: Question, value: object) -> None:
        words = self.values.get(question.other_code)
        if words is None or not question.other or not chose_other(value):
            return
        if not isinstance(words, str):
            self.settled.problems.append(faults.wrong_type().at(question.other_code))
        elif len(clean_line(words)) > most_letters(question):
            self.settled.problems.append(faults.too_long(len(words), most_letters(question)).at(question.other_code))
        elif clean_line(words):
            self.settled.answers[question.other_code] = clean_line(words)

    def name_the_unknown(self) -> None:
        known = self.definition.by_code
        fields = {question.other_code for question in self.definition.questions if question.other}
        self.settled.problems += [
            faults.unknown_question(code) for code in self.values if code not in known and code not in fields
        ]
