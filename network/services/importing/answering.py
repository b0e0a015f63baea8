"""What a person settles: columns, questions, matches, single cells. Each is kept on the batch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, ProblemsFound, stop_on
from core.sheets.encoding import is_encoding
from network.countries import names
from network.enums import ImportState
from network.models import Category, CountryAlias, ImportBatch, ImportRow, Occasion, Organisation
from network.rules.columns.fields import FIELDS_OF, ONCE_ONLY_NOT

# Free answers; all others are one of the choices of their question.
FREE = frozenset(
    {"dates", "held_on", "header", "sheet", "encoding", "delimiter", "category", "organisations", "contacts", "match:*"}
)
FREE_STARTS = ("numbers:", "country:", "signed:", "function:", "organisation:")


def changing_problems(batch: ImportBatch) -> list[Problem]:
    if batch.state in (ImportState.APPLIED, ImportState.UNDONE):
        return [Problem("finished", _("This import is finished. Begin a new one to change something."))]
    return []


@transaction.atomic
def choose_columns(*, batch: ImportBatch, mapping: Mapping[str, str], by: User | None) -> None:
    """Say which field each column is, by its number; columns that are not named are left out."""
    stop_on(changing_problems(batch))
    allowed = FIELDS_OF[batch.kind]
    chosen = {index: field for index, field in mapping.items() if field}
    problems = [
        Problem("unknown_field", _("“%(field)s” is no field of such a list.") % {"field": field}, field=index)
        for index, field in chosen.items()
        if field not in allowed
    ]
    for field in {f for f in chosen.values() if f not in ONCE_ONLY_NOT}:
        same = [index for index, other in chosen.items() if other == field]
        if len(same) > 1:
            problems.append(Problem("field_twice", _("Two columns cannot both be the same field."), field=same[1]))
    stop_on(problems)
    batch.mapping = chosen
    batch.state = ImportState.MAPPED
    batch.save()
    audit.record("network.import.mapped", target=batch, by=by, fields=sorted(set(chosen.values())))


@transaction.atomic
def answer_questions(*, batch: ImportBatch, answers: Mapping[str, str], by: User | None) -> None:
    """Keep answers; a confirmed spelling of a country is remembered for the project."""
    stop_on(changing_problems(batch))
    stop_on(answer_problems(batch, answers))
    batch.answers = batch.answers | {key: answer for key, answer in answers.items() if key != "occasion"}
    if occasion := answers.get("occasion"):
        batch.occasion = Occasion.objects.in_project(batch.project).get(pk=occasion)
    batch.save()
    _remember_countries(batch, answers)
    audit.record("network.import.answered", target=batch, by=by, questions=sorted(answers))


def answer_problems(batch: ImportBatch, answers: Mapping[str, str]) -> list[Problem]:
    """Answers to what is not asked, and answers that cannot be."""
    asked = {question["key"]: question for question in batch.questions}
    problems = []
    for key, answer in answers.items():
        if key not in FREE and not key.startswith(FREE_STARTS) and key not in asked:
            problems.append(Problem("unknown_answer", _("“%(key)s” is not asked.") % {"key": key}, field=key))
        elif not _is_possible(batch, key, answer, asked.get(key, {}).get("choices", [])):
            message = _("“%(answer)s” is not one of the choices.") % {"answer": answer}
            problems.append(Problem("no_choice", message, field=key))
    return problems


def _is_possible(batch: ImportBatch, key: str, answer: str, choices: Sequence[str]) -> bool:
    """Whether an answer fits its question; ids must be of the same project."""
    kind, _sign, number = answer.partition(":")
    if kind == "organisation":
        return number.isdecimal() and Organisation.objects.in_project(batch.project).filter(pk=number).exists()
    if key == "occasion":
        return answer.isdecimal() and Occasion.objects.in_project(batch.project).filter(pk=answer).exists()
    if key == "category" or key.startswith("function:"):
        return answer == "" or Category.objects.in_project(batch.project).filter(code=answer).exists()
    if key.startswith("country:"):
        return answer in names("en")
    if key == "encoding":
        return is_encoding(answer)
    if key == "delimiter":
        return len(answer) == 1
    return not choices or answer in choices


def _remember_countries(batch: ImportBatch, answers: Mapping[str, str]) -> None:
    for key, country in answers.items():
        if key.startswith("country:") and len(country) == 2:
            alias = " ".join(key.removeprefix("country:").replace(".", "").split()).upper()[:40]
            CountryAlias.objects.get_or_create(project=batch.project, alias=alias, defaults={"country": country})


@transaction.atomic
def decide_rows(*, batch: ImportBatch, decisions: Mapping[str, str], by: User | None) -> None:
    """Say for rows whether they are somebody known (`person:12`, `row:22`), `new`, or to `skip`."""
    stop_on(changing_problems(batch))
    changed, problems = [], []
    rows = {row.label: row for row in batch.rows.all()}
    for label, decision in decisions.items():
        row = rows.get(label)
        if row is None or decision not in ("", "new", "skip", *(c["ref"] for c in row.candidates)):
            message = _("“%(decision)s” is not a choice for this row.") % {"decision": decision}
            problems.append(Problem("no_choice", message, field=f"match:{label}"))
        elif row.decision != decision:
            row.decision = decision
            changed.append(row)
    stop_on(problems)
    ImportRow.objects.bulk_update(changed, ["decision"], batch_size=200)
    audit.record("network.import.matched", target=batch, by=by, rows=len(changed))


@transaction.atomic
def mend_cell(*, batch: ImportBatch, row: ImportRow, letters: str, text: str, by: User | None) -> None:
    """Put one cell right here; the file and what was typed stay as they are."""
    stop_on(changing_problems(batch))
    if letters not in {column["letters"] for column in batch.columns}:
        raise ProblemsFound([Problem("unknown_column", _("There is no such column."), field=letters)])
    cells = dict(batch.answers.get("cells", {}))
    cells[f"{row.label}:{letters}"] = text.strip()[:600]
    batch.answers = batch.answers | {"cells": cells}
    batch.save()
    audit.record("network.import.mended", target=batch, by=by, row=row.label, column=letters)
