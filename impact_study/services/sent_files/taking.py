"""The files of one page: what was sent now, what was sent before and stays, and everything that is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from core.problems import Problem
from core.uploads import Upload, upload_problems
from impact_study.enums import QuestionType
from impact_study.rules.answers import faults
from impact_study.rules.answers.files import (
    MEGABYTE,
    Entry,
    as_sent,
    endings_of,
    entries_of,
    most_files,
    most_megabytes,
)
from impact_study.rules.compiled import CompiledPage
from impact_study.rules.definition import Question
from impact_study.services.courses import Course
from impact_study.services.entrances import Entrance
from impact_study.services.sent_files.keeping import keep_file
from impact_study.services.sent_files.owning import owner_of, still_kept
from impact_study.services.sent_files.removing import remove_unanswered

type Raw = Mapping[str, Sequence[str]]
type Uploads = Mapping[str, Sequence[Upload]]


@dataclass
class SentPage:
    """The fields of a page, where files stand as the entries that the answers will hold."""

    raw: dict[str, list[str]]
    problems: list[Problem] = field(default_factory=list)


def files_of_page(
    *, entrance: Entrance, course: Course, page: CompiledPage, raw: Raw, uploads: Uploads, at: datetime
) -> SentPage:
    """Keep the good files of a page. What its sender says files are is never believed: only we write entries."""
    sent = SentPage({name: list(texts) for name, texts in raw.items()})
    for question in page.page.questions:
        if question.type != QuestionType.FILE:
            continue
        dropped = set(raw.get(f"{question.code}__drop", ()))
        before = [one for one in entries_of(course.answers.get(question.code)) if one["id"] not in dropped]
        kept = list(still_kept(course, question.code, before))
        good, problems = checked(question, uploads.get(question.code, ()), kept=len(kept))
        new = [
            keep_file(entrance=entrance, course=course, question=question.code, upload=upload, at=at)
            for upload in good
        ]  # fmt: skip
        sent.raw[question.code] = [as_sent(entry) for entry in joined(question, kept, new)]
        sent.problems += problems
    return sent


def drop_others(course: Course, page: CompiledPage) -> None:
    """What the answers of a page do not name any more is not kept."""
    codes = [question.code for question in page.page.questions if question.type == QuestionType.FILE]
    named = [UUID(str(entry["id"])) for code in codes for entry in entries_of(course.answers.get(code))]
    remove_unanswered(owner_of(course), questions=codes, but=named)


def checked(question: Question, uploads: Sequence[Upload], *, kept: int) -> tuple[list[Upload], list[Problem]]:
    """The files that can be kept, and what is wrong with each of the others."""
    most = most_files(question)
    replaces = most == 1
    if len(uploads) + (0 if replaces else kept) > most:
        fault = faults.too_many_files(most)
        remedy = faults.fewer_files(kept=0 if replaces else kept, chosen=len(uploads))
        return [], [Problem(fault.code, fault.message, field=question.code, remedy=remedy)]
    good, problems = list[Upload](), list[Problem]()
    for upload in uploads:
        found = upload_problems(
            upload, endings=endings_of(question), most=most_megabytes(question) * MEGABYTE, field=question.code
        )
        problems += [_named(problem, upload) for problem in found]
        if not found:
            good.append(upload)
    return good, problems


def _named(problem: Problem, upload: Upload) -> Problem:
    name = (upload.name or "").replace("\\", "/").rpartition("/")[2][-60:]
    shown = "".join(sign for sign in name if sign.isprintable())
    return Problem(problem.code, f"“{shown}”: {problem.message}", field=problem.field, remedy=problem.remedy)


def joined(question: Question, kept: list[Entry], new: list[Entry]) -> list[Entry]:
    """One file takes the place of the other; several come beside each other, each once."""
    joined = new if new and most_files(question) == 1 else [*kept, *new]
    return list({str(entry["id"]): entry for entry in joined}.values())
