"""Rows that may be somebody known: whom a person has to choose between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from network.models import ImportBatch, ImportRow, Organisation, Person
from network.rules.importing.wording import reason_text


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
