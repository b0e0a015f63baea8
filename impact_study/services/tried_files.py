"""Files in a test run: checked as those of respondents, and kept nowhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import uuid4

from core.problems import Problem
from core.uploads import Upload, clean_name, sha256_of
from impact_study.enums import QuestionType
from impact_study.rules.answers.files import Entry, as_sent, entries_of
from impact_study.rules.definition import Page
from impact_study.services.sent_files.taking import checked, joined


def tried(
    page: Page, answers: Mapping[str, object], raw: Mapping[str, Sequence[str]], uploads: Mapping[str, Sequence[Upload]]
) -> tuple[dict[str, Sequence[str]], list[Problem]]:
    """The fields of a page with its files as entries, and what is wrong with the others."""
    found, wrong = dict(raw), list[Problem]()
    for question in page.questions:
        if question.type != QuestionType.FILE:
            continue
        dropped = set(raw.get(f"{question.code}__drop", ()))
        kept = [entry for entry in entries_of(answers.get(question.code)) if entry["id"] not in dropped]
        good, problems = checked(question, uploads.get(question.code, ()), kept=len(kept))
        new: list[Entry] = [
            {"id": str(uuid4()), "name": clean_name(one.name or ""), "size": one.size, "sha256": sha256_of(one)}
            for one in good
        ]
        found[question.code] = [as_sent(entry) for entry in joined(question, kept, new)]
        wrong += problems
    return found, wrong
