"""What fills the holes of a page: answers given so far, what is wrong, what is hidden, how far one has come."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from html import escape

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.problems import Problem
from impact_study.enums import Missing, QuestionType
from impact_study.rules.answers import progress, shown_codes
from impact_study.rules.answers.typing_in import POINT_LANGUAGES
from impact_study.rules.compiled.fields import CHOOSING, NOT_SAID
from impact_study.rules.compiled.sheet import Hole
from impact_study.rules.compiled.survey import CompiledPage, CompiledSurvey
from impact_study.rules.definition import Question

type Given = Mapping[str, Sequence[str]]


def given_before(
    survey: CompiledSurvey, compiled: CompiledPage, answers: Mapping[str, object], missing: Mapping[str, str]
) -> dict[str, list[str]]:
    """Stored answers of a page as its fields would send them."""
    given: dict[str, list[str]] = {}
    for question in compiled.page.questions:
        value = answers.get(question.code) if question.type != QuestionType.FILE else None
        if value is not None:
            given |= _as_sent(question, value, survey.language)
            if (words := answers.get(question.other_code)) is not None:
                given[question.other_code] = [str(words)]
        elif question.code in missing:
            given |= _as_silence(survey, question, missing[question.code])
        elif question.default is not None:
            given |= _as_sent(question, question.default, survey.language)
    return given


def _as_sent(question: Question, value: object, language: str) -> dict[str, list[str]]:
    if question.type == QuestionType.RANKING and isinstance(value, (list, tuple)):
        return {f"{question.code}__{code}": [str(place)] for place, code in enumerate(value, 1)}
    if isinstance(value, (list, tuple)):
        return {question.code: [str(part) for part in value]}
    if isinstance(value, bool):
        return {question.code: ["yes" if value else "no"]}
    if isinstance(value, float) and language.partition("-")[0] not in POINT_LANGUAGES:
        return {question.code: [str(value).replace(".", ",")]}
    return {question.code: [str(value)]}


def _as_silence(survey: CompiledSurvey, question: Question, reason: str) -> dict[str, list[str]]:
    for choice in survey.definition.choices_of(question):
        if choice.missing == reason and reason != Missing.NO_ANSWER:
            return {question.code: [choice.code]}
    if reason == Missing.PREFER_NOT_TO_SAY:
        return {question.code if question.type in CHOOSING else f"{question.code}__missing": [NOT_SAID]}
    return {}


def field_holes(given: Given) -> dict[Hole, str]:
    holes: dict[Hole, str] = {}
    for name, texts in given.items():
        for text in texts:
            holes["checked", name, text] = " checked"
            holes["selected", name, text] = " selected"
            holes["value", name] = escape(text)
    return holes


def problem_holes(problems: Iterable[Problem], labels: Mapping[str, str]) -> dict[Hole, str]:
    """Errors and gentle questions, at the item and in a list at the top that leads there."""
    holes: dict[Hole, str] = {}
    lines = []
    found = list(problems)
    for problem in found:
        code = problem.field.partition("__")[0]
        words = f"{problem.message} {problem.remedy}".strip()
        label = labels.get(code, "")
        holes["error", code] = f'<p class="error{" soft" if problem.warning else ""}">{escape(words)}</p>'
        holes["wrong", code] = "" if problem.warning else " wrong"
        holes["invalid", code] = "" if problem.warning else ' aria-invalid="true"'
        text = f"{label}: {escape(words)}" if label else escape(words)
        lines.append(f'<li><a href="#{escape(code)}">{text}</a></li>' if label else f"<li>{text}</li>")
    if lines:
        only_soft = all(problem.warning for problem in found)
        title = _("Before you go on") if only_soft else _("Something needs your attention")
        tone = "warn" if only_soft else "bad"
        holes["summary",] = (
            f'<div class="notice {tone}" role="alert" tabindex="-1" data-focus><div><h2>{escape(title)}</h2>'
            f"<ul>{''.join(lines)}</ul></div></div>"
        )
        holes["title_prefix",] = "" if only_soft else escape(_("Error:")) + " "
    return holes


def condition_holes(
    survey: CompiledSurvey, compiled: CompiledPage, answers: Mapping[str, object], today: date
) -> dict[Hole, str]:
    """Items that are not asked are hidden; the script gets the answers of other pages that conditions need."""
    if not compiled.has_conditions:
        return {}
    shown = shown_codes(survey.definition, answers, today)
    codes = [item.code for item in compiled.page.items] + [question.code for question in compiled.page.questions]
    holes: dict[Hole, str] = {("hidden", code): " hidden" for code in codes if code not in shown}
    known = {code: answers[code] for code in compiled.known if code in answers}
    holes["logic",] = f' data-logic data-known="{escape(json.dumps(known))}" data-today="{today.isoformat()}"'
    return holes


def progress_holes(
    survey: CompiledSurvey, compiled: CompiledPage, answers: Mapping[str, object], today: date, *, seconds: int
) -> dict[Hole, str]:
    if survey.is_plain:
        percent = round(100 * survey.order.index(compiled.page.code) / len(survey.order))
    else:
        percent = progress(survey.definition, compiled.page, answers, today)
    minutes = max(1, round(seconds * (100 - percent) / 6000))
    words = ngettext("about %(minutes)d minute left", "about %(minutes)d minutes left", minutes)
    told = _("%(percent)d %% done") % {"percent": percent} + " · " + words % {"minutes": minutes}
    return {("progress",): told, ("percent",): str(percent)}
