"""An import in lines of text: its questions as YAML to be completed, its outcome, its problems."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from network.models import Category, ImportBatch, Organisation
from network.rules.importing.wording import CHOICES, choice_text, finding_problem, question_text
from network.services.importing.undecided import possible_rows, undecided


def questions_as_yaml(batch: ImportBatch) -> str:
    """Every open question with what may be answered; what is proposed stands there already, but for matches."""
    lines = [f"# {batch}: complete the answers and hand them back."]
    words = _words(batch)
    for question in batch.questions:
        lines += ["", f"# {question_text(question)}"]
        if question["rows"]:
            more = " …" if question["count"] > len(question["rows"]) else ""
            lines.append(f"# rows: {', '.join(question['rows'])}{more}")
        lines += [f"#   {choice}: {choice_text(choice, words)}" for choice in question["choices"]]
        lines.append(_pair(question["key"], question["proposed"] or None))
    for one in undecided(batch, list(possible_rows(batch).filter(decision=""))):
        lines += ["", f"# Row {one.row.label}: {one.name} ({one.detail})"]
        lines += [f"#   {choice.value}: {choice.label} {choice.why}".rstrip() for choice in one.choices]
        lines.append(_pair(f"match:{one.row.label}", None))
    return "\n".join(line.replace("\n", " ") for line in lines)


def _pair(key: str, answer: str | None) -> str:
    written = yaml.safe_dump({key: answer}, allow_unicode=True, width=10_000, default_flow_style=False)
    return written.strip().removesuffix(" null")


def _words(batch: ImportBatch) -> dict[str, Any]:
    words: dict[str, Any] = dict(CHOICES)
    words |= {category.code: category for category in Category.objects.in_project(batch.project)}
    refs = [choice for question in batch.questions for choice in question["choices"]]
    ids = [int(ref.split(":")[1]) for ref in refs if ref.startswith("organisation:")]
    return words | {f"organisation:{pk}": one.name for pk, one in Organisation.objects.in_bulk(ids).items()}


def outcome_words(batch: ImportBatch) -> str:
    return "\n".join(f"{name}: {number}" for name, number in batch.counts["applied"].items())


def unused_columns(batch: ImportBatch) -> Iterator[str]:
    """A line for each column with content that no field takes."""
    for column in batch.columns:
        if column["samples"] and not batch.mapping.get(str(column["index"])):
            yield f"warning: column {column['letters']} is left out: {column['header']}".rstrip(": ")


def problem_words(batch: ImportBatch) -> Iterator[str]:
    """One line for each problem, by row and column."""
    for row in batch.rows.exclude(problems=[]):
        for stored in row.problems:
            problem = finding_problem(stored)
            place = f"{row.label} {problem.field}".rstrip()
            yield f"{'warning' if problem.warning else 'refused'}: {place}: {problem.message}"
