"""The rows of a batch as its pages show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from core.problems import Problem
from core.sheets.tables import shown
from network.models import ImportBatch, ImportRow, Organisation, Person
from network.rules.importing.kept import is_kept
from network.rules.importing.wording import finding_problem, reason_text

PREVIEWED = 20


@dataclass(frozen=True)
class Cell:
    """One cell with what is wrong in it."""

    letters: str
    heading: str
    text: str
    problems: list[Problem]


@dataclass(frozen=True)
class Line:
    """One row with its cells, and what is wrong with it as a whole."""

    row: ImportRow
    cells: list[Cell]
    problems: list[Problem]

    @property
    def is_refused(self) -> bool:
        return self.row.is_refused

    @property
    def cells_to_mend(self) -> list[Cell]:
        return [cell for cell in self.cells if cell.problems]


@dataclass(frozen=True)
class Choice:
    """One way to decide about a row."""

    value: str
    label: str
    why: str = ""


@dataclass(frozen=True)
class Undecided:
    row: ImportRow
    name: str
    detail: str
    choices: list[Choice]


def shown_columns(batch: ImportBatch) -> list[dict[str, Any]]:
    """The columns that are taken in, in the order of the sheet."""
    return [column for column in batch.columns if batch.mapping.get(str(column["index"]))]


def left_out(batch: ImportBatch) -> list[str]:
    """The columns that stay in the original file only, as people find them in the sheet."""
    contacts = batch.answers.get("contacts") == "yes"
    return [
        f"{column['letters']} {column['header']}".strip()
        for column in batch.columns
        if not is_kept(batch.mapping.get(str(column["index"]), ""), kind=batch.kind, with_contacts=contacts)
    ]


def lines(batch: ImportBatch, rows: Sequence[ImportRow]) -> list[Line]:
    columns, mended = shown_columns(batch), batch.answers.get("cells", {})
    return [_line(row, columns, mended) for row in rows]


def _line(row: ImportRow, columns: Sequence[dict[str, Any]], mended: dict[str, str]) -> Line:
    problems = [finding_problem(stored) for stored in row.problems]
    cells = [
        Cell(
            column["letters"],
            column["header"] or column["letters"],
            mended.get(f"{row.label}:{column['letters']}") or _typed(row, column["index"]),
            [problem for problem in problems if problem.field == column["letters"]],
        )
        for column in columns
    ]
    placed = {id(problem) for cell in cells for problem in cell.problems}
    return Line(row, cells, [problem for problem in problems if id(problem) not in placed])


def _typed(row: ImportRow, index: int) -> str:
    return shown(row.typed[index]) if index < len(row.typed) else ""


def first_lines(batch: ImportBatch) -> list[Line]:
    return lines(batch, list(batch.rows.all()[:PREVIEWED]))


def refused_rows(batch: ImportBatch) -> QuerySet[ImportRow]:
    """A refused row is compared with nobody."""
    return batch.rows.exclude(problems=[]).filter(match="")


def possible_rows(batch: ImportBatch) -> QuerySet[ImportRow]:
    return batch.rows.filter(match="possible")


def undecided(batch: ImportBatch, rows: Sequence[ImportRow]) -> list[Undecided]:
    """Possible matches with their choices in words."""
    names = _names(batch, rows)
    return [_undecided(row, names) for row in rows]


def _undecided(row: ImportRow, names: dict[str, str]) -> Undecided:
    choices = [
        Choice(candidate["ref"], names.get(candidate["ref"], candidate["ref"]), reason_text(candidate["why"]))
        for candidate in row.candidates
    ]
    choices += [Choice("new", _("A new one")), Choice("skip", _("Leave this row out"))]
    detail = " · ".join(str(part) for part in (row.read.get("organisation"), *row.read.get("emails", [])) if part)
    return Undecided(row, name_of(row), detail, choices)


def name_of(row: ImportRow) -> str:
    read = row.read
    return read.get("name") or f"{read.get('given', '')} {read.get('family', '')}".strip() or read.get("code", "")


def _names(batch: ImportBatch, rows: Sequence[ImportRow]) -> dict[str, str]:
    """Who the candidates are, in words."""
    refs = {candidate["ref"] for row in rows for candidate in row.candidates}
    ids: dict[str, list[str]] = {"person": [], "organisation": [], "row": []}
    for ref in refs:
        kind, _sign, value = ref.partition(":")
        ids.setdefault(kind, []).append(value)
    people = Person.objects.filter(pk__in=map(int, ids["person"])).prefetch_related(
        "emails", "affiliations__organisation"
    )
    names = {f"person:{person.pk}": _person_words(person) for person in people}
    for one in Organisation.objects.filter(pk__in=map(int, ids["organisation"])):
        names[f"organisation:{one.pk}"] = " · ".join(filter(None, [one.name, one.city, one.vat]))
    wanted = set(ids["row"])
    numbers = {int(label.rpartition("!")[2]) for label in wanted}
    for row in batch.rows.filter(number__in=numbers):
        if row.label in wanted:
            names[f"row:{row.label}"] = _("Row %(row)s: %(name)s") % {"row": row.label, "name": name_of(row)}
    return names


def _person_words(person: Person) -> str:
    emails = [email.address for email in person.emails.all()]
    places = [str(affiliation.organisation) for affiliation in person.affiliations.all()]
    return " · ".join([str(person), *emails[:2], *places[:2]])
