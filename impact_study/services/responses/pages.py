"""One page as it was sent: its answers taken in, and the next page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from core.problems import Problem
from impact_study.enums import CountedStep, Missing
from impact_study.rules.answers import next_page
from impact_study.rules.compiled import CompiledSurvey
from impact_study.rules.compiled.reading import read_sent
from impact_study.services.counters import Place
from impact_study.services.courses import Course
from impact_study.services.entrances import Entrance
from impact_study.services.responses.screening import is_screened_out
from impact_study.services.steps import note_steps


@dataclass
class Step:
    """What became of a page: the next one, the end, or the same page again with what is wrong or still open."""

    page: str = ""
    problems: Sequence[Problem] = ()
    is_last: bool = False
    is_screened_out: bool = False


def submit_page(
    *, entrance: Entrance, survey: CompiledSurvey, course: Course, raw: Mapping[str, Sequence[str]], today: date,
    wrong_files: Sequence[Problem] = (),
) -> Step:  # fmt: skip
    """Take in a page and go on. Good answers are kept whatever else is wrong. Open ones are asked for once more."""
    problems = with_files(take_page(survey=survey, course=course, raw=raw, today=today), wrong_files)
    hard = [problem for problem in problems if not problem.warning]
    shown_now = [problem for problem in problems if problem.code == "now_shown"]
    is_new = course.page not in course.asked
    soft = [problem for problem in problems if problem.code == "soft_required" and is_new]
    if hard or shown_now or soft:
        if soft:
            course.asked.append(course.page)
        return Step(course.page, [*hard, *shown_now, *soft])
    _count_page(entrance, survey, course)
    if is_screened_out(survey.definition, course.answers):
        return Step(is_last=True, is_screened_out=True)
    after = _next(survey, course, today)
    return Step(after) if after else Step(is_last=True)


def take_page(
    *, survey: CompiledSurvey, course: Course, raw: Mapping[str, Sequence[str]], today: date
) -> Sequence[Problem]:
    """Put the answers of a page in the place of its earlier ones."""
    compiled = survey.pages[course.page]
    reading = read_sent(survey, compiled, raw, known=course.answers, today=today)
    for question in compiled.page.questions:
        for name in (question.code, question.other_code):
            course.answers.pop(name, None)
            course.missing.pop(name, None)
    course.answers.update(reading.values)
    course.missing.update(
        (code, str(reason)) for code, reason in reading.missing.items() if reason != Missing.NOT_SHOWN
    )
    return reading.problems


def with_files(problems: Sequence[Problem], wrong: Sequence[Problem]) -> Sequence[Problem]:
    """Whoever sent a file that cannot be kept is told why, and not that there is none."""
    told = {problem.field for problem in wrong}
    asked = ("required", "soft_required")
    return [*wrong, *(one for one in problems if one.field not in told or one.code not in asked)] if wrong else problems


def _next(survey: CompiledSurvey, course: Course, today: date) -> str:
    if survey.is_plain:
        place = survey.order.index(course.page) + 1
        return survey.order[place] if place < len(survey.order) else ""
    page = next_page(survey.definition, course.page, course.answers, today)
    return page.code if page else ""


def _count_page(entrance: Entrance, survey: CompiledSurvey, course: Course) -> None:
    """A page is counted when it is passed for the first time."""
    number = survey.order.index(course.page) + 1
    if number <= course.furthest:
        return
    passed = [place_of(entrance, survey.language, CountedStep.PAGE, course.page)]
    if course.furthest == 0:
        passed.insert(0, place_of(entrance, survey.language, CountedStep.STARTED))
    note_steps(*passed)
    course.furthest = number


def place_of(entrance: Entrance, language: str, step: CountedStep, page: str = "") -> Place:
    channel = entrance.channel
    return Place(channel.wave_id, channel.partner_id, entrance.country, language, channel.kind, str(step), page)
