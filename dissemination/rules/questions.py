"""An event's own questions: what a definition must be, and what answers must be.

A question is {"key", "kind", "label": {language: text}, "required", "options": [{"key", "label"}]}.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from core.labels import in_language
from core.problems import Problem
from dissemination.enums import QuestionKind

KEY = re.compile(r"^[a-z][a-z0-9_]{0,39}$")
MOST = 20
LONGEST = {QuestionKind.TEXT: 300, QuestionKind.LONG_TEXT: 3000}
WITH_OPTIONS = (QuestionKind.CHOICE, QuestionKind.CHOICES)
PREFIX = "q_"

type Question = Mapping[str, Any]
type Posted = Callable[[str], list[str]]


def definition_problems(questions: Sequence[Question]) -> list[Problem]:
    """All that is wrong with an event's own questions; `row` counts them from one."""
    found: list[Problem] = []
    keys: set[str] = set()
    if len(questions) > MOST:
        message = _("More than %(most)d questions: nobody registers in a minute.") % {"most": MOST}
        found.append(Problem("too_many", message))
    for row, question in enumerate(questions, 1):
        key = str(question.get("key", ""))
        if not KEY.match(key) or key in keys:
            found.append(Problem("key", _("Each question needs a key of its own."), field="key", row=row))
        keys.add(key)
        found += _wording_problems(question, row)
    return found


def _wording_problems(question: Question, row: int) -> list[Problem]:
    found = []
    if question.get("kind") not in QuestionKind.values:
        found.append(Problem("kind", _("This kind of question is not known."), field="kind", row=row))
    if not in_language(question.get("label")):
        found.append(Problem("label", _("Write the question in at least one language."), field="label", row=row))
    if question.get("kind") in WITH_OPTIONS and len(question.get("options", ())) < 2:
        found.append(Problem("options", _("A choice needs two answers or more."), field="options", row=row))
    return found


def read_answers(questions: Sequence[Question], posted: Posted) -> tuple[dict[str, Any], list[Problem]]:
    """The answers as they are kept, and what is wrong with them; `posted` gives the values of a field."""
    answers: dict[str, Any] = {}
    found: list[Problem] = []
    for question in questions:
        field = PREFIX + question["key"]
        values = [value.strip() for value in posted(field) if value.strip()]
        if not values:
            if question.get("required"):
                message = _("Answer “%(question)s”.") % {"question": in_language(question["label"])}
                found.append(Problem("unanswered", message, field=field))
            continue
        answer, problem = _read(question, values, field)
        if problem:
            found.append(problem)
        else:
            answers[question["key"]] = answer
    return answers, found


def _read(question: Question, values: list[str], field: str) -> tuple[Any, Problem | None]:
    kind = question["kind"]
    if kind in WITH_OPTIONS:
        known = {option["key"] for option in question["options"]}
        if not set(values) <= known:
            return None, Problem("no_such_answer", _("Choose one of the answers."), field=field)
        return (values if kind == QuestionKind.CHOICES else values[0]), None
    if kind == QuestionKind.YES_NO:
        return values[0] in ("yes", "on", "1", "true"), None
    longest = LONGEST[QuestionKind(kind)]
    if len(values[0]) > longest:
        message = _("Shorten the answer to %(longest)d signs.") % {"longest": longest}
        return None, Problem("too_long", message, field=field)
    return values[0], None


def worded(question: Question, answer: Any) -> str:
    """An answer as people read it, in the reader's language."""
    if answer is None:
        return ""
    if question["kind"] == QuestionKind.YES_NO:
        return _("Yes") if answer else _("No")
    if question["kind"] in WITH_OPTIONS:
        labels = {option["key"]: in_language(option["label"]) for option in question["options"]}
        chosen = answer if isinstance(answer, list) else [answer]
        return ", ".join(str(labels.get(key, key)) for key in chosen)
    return str(answer)
