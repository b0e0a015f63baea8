"""A questionnaire as respondents will meet it, from a draft: nothing that is tried here is kept."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from core.problems import Problem
from core.uploads import Upload
from impact_study.enums import Missing, QuestionType
from impact_study.models import InstrumentVersion
from impact_study.rules.answers import next_page, previous_page, read_page, settle
from impact_study.rules.answers.files import entries_of
from impact_study.rules.compiled import CompiledSurvey, Texts, compile_survey
from impact_study.rules.compiled.file_field import file_holes
from impact_study.rules.compiled.showing import (
    condition_holes,
    field_holes,
    given_before,
    problem_holes,
    progress_holes,
)
from impact_study.rules.definition import Definition, trusted_definition
from impact_study.rules.editing import Document
from impact_study.services.responses.pages import with_files
from impact_study.services.texts import texts_of
from impact_study.services.tried_files import tried

MOST_STATE = 200_000

type Uploads = Mapping[str, Sequence[Upload]]


@dataclass
class Trial:
    """Where a test run stands: the page, the answers so far, and what is wrong with the last page."""

    page: str
    answers: dict[str, Any] = field(default_factory=dict)
    missing: dict[str, str] = field(default_factory=dict)
    problems: Sequence[Problem] = ()
    given: Mapping[str, Sequence[str]] | None = None

    @property
    def state(self) -> str:
        return json.dumps({"answers": self.answers, "missing": self.missing})


def survey_of(
    version: InstrumentVersion,
    language: str,
    *,
    document: Document | None = None,
    texts: Mapping[str, str] | None = None,
) -> CompiledSurvey:
    """Compiled as it stands now, or as a document says that is not saved yet."""
    definition = trusted_definition(document or version.definition)
    base = {**texts_of(version), **(texts or {})}
    own = base if language == version.base_language else texts_of(version, language)
    return compile_survey(definition, Texts(language, version.base_language, own, base), [language])


def read_state(text: str) -> tuple[dict[str, Any], dict[str, str]]:
    """The answers that the page carries; anything else counts as none."""
    try:
        data = json.loads(text) if len(text) < MOST_STATE else {}
    except (json.JSONDecodeError, RecursionError):
        return {}, {}
    parts = [data.get(name) if isinstance(data, dict) else None for name in ("answers", "missing")]
    answers, missing = (part if isinstance(part, dict) else {} for part in parts)
    return answers, missing


def step(
    definition: Definition, trial: Trial, raw: Mapping[str, Sequence[str]], *, today: date,
    uploads: Uploads | None = None,
) -> Trial | None:  # fmt: skip
    """The next page after what was sent; the same one with its problems; None at the end."""
    page = definition.page(trial.page)
    go = (raw.get("_go") or ["next"])[0]
    raw, wrong = tried(page, trial.answers, raw, uploads or {})
    reading = read_page(definition, page, raw, today=today, known=trial.answers)
    reading.problems = list(with_files(reading.problems, wrong))
    codes = {question.code for question in page.questions}
    answers = {code: value for code, value in trial.answers.items() if code.partition("__")[0] not in codes}
    answers |= reading.values
    missing = {code: reason for code, reason in trial.missing.items() if code not in codes}
    missing |= {code: str(reason) for code, reason in reading.missing.items()}
    if go == "back":
        before = previous_page(definition, page.code, answers, today)
        return Trial(before.code if before else page.code, answers, missing)
    if any(not problem.warning for problem in reading.problems):
        return Trial(page.code, answers, missing, reading.problems, raw)
    after = next_page(definition, page.code, answers, today)
    trial.answers, trial.missing = answers, missing
    return Trial(after.code, answers, missing) if after else None


def shown(survey: CompiledSurvey, trial: Trial, *, path: str, today: date) -> str:
    """The page of the trial as HTML."""
    compiled = survey.pages[trial.page]
    given = trial.given or given_before(survey, compiled, trial.answers, trial.missing)
    labels = {question.code: survey.texts.words(question.text) for question in compiled.page.questions}
    holes = {
        ("path",): path,
        ("state",): _escaped(trial.state),
        **field_holes(given),
        **file_holes(compiled.page, trial.answers),
        **problem_holes(trial.problems, labels),
        **condition_holes(survey, compiled, trial.answers, today),
        **progress_holes(survey, compiled, trial.answers, today, seconds=survey.seconds),
    }
    return compiled.sheet.filled(holes)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")


def _told(part: object) -> str:
    return str(part["name"] if isinstance(part, dict) else part)


@dataclass(frozen=True)
class Kept:
    """What the end of a test run keeps of one question."""

    code: str
    text: str
    answer: str
    reason: str


def kept(survey: CompiledSurvey, trial: Trial, *, today: date) -> tuple[list[Kept], list[Problem]]:
    """Question by question what would be stored, as the server decides it at the end."""
    definition = survey.definition
    settled = settle(definition, trial.answers, trial.missing, today=today)
    lines = []
    for question in definition.questions:
        value, reason = settled.answers.get(question.code), settled.missing.get(question.code)
        words = survey.texts.words(question.text)
        parts = entries_of(value) if question.type == QuestionType.FILE else value
        told = "" if value is None else ", ".join(map(_told, parts)) if isinstance(parts, (list, tuple)) else str(value)
        lines.append(Kept(question.code, words, told, str(Missing(reason).label) if reason else ""))
    return lines, settled.problems
