"""Answers as CSV, streamed: in codes by PostgreSQL's own COPY, else row by row in bounded memory."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Case, Q, QuerySet, TextField, Value, When
from django.db.models.expressions import Combinable
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import MD5, Cast, Coalesce, Concat

from core.sheets.export import CSV_START, csv_lines
from core.sheets.streaming import stream_csv
from impact_study.models import Response, Study
from impact_study.rules.exporting import Column, columns_of, header, row
from impact_study.services.codebooks import codebook_of
from impact_study.services.snapshots import PIECE

NOTHING = Value("", TextField())


@dataclass(frozen=True)
class CsvOptions:
    """`language` asks for labels in it; without one, codes are written. `mark` lets office programs see UTF-8."""

    language: str = ""
    mark: bool = True


def responses_of(study: Study) -> QuerySet[Response]:
    """What is exported: complete responses in the random order of their ids."""
    return Response.objects.filter(study=study).complete().order_by("pk")


def csv_pieces(study: Study, options: CsvOptions) -> Iterator[bytes]:
    columns = columns_of(codebook_of(study))
    if connection.vendor == "postgresql" and not options.language:
        pieces = stream_csv(header(columns), _as_columns(study, columns))
    else:
        pieces = (piece.encode() for piece in csv_lines(header(columns), rows_of(study, columns, options.language)))
    first = next(pieces)
    yield first if options.mark else first.removeprefix(CSV_START.encode())
    yield from pieces


def rows_of(study: Study, columns: Sequence[Column], language: str = "") -> Iterator[list[object]]:
    return (row(columns, sheet, language) for sheet in sheets_of(study))


def sheets_of(study: Study) -> Iterator[dict[str, Any]]:
    names = ("version", "wave", "group", "partner", "country", "language", "channel", "respondent", "seconds")
    rows = responses_of(study).values_list(*_facts(), "seconds", "answers", "missing")
    for values in rows.iterator(PIECE):
        yield dict(zip((*names, "answers", "missing"), values, strict=True))


def _facts() -> list[str | Combinable]:
    """The respondent's name in this file, the same over waves: nobody finds the pseudonym from it."""
    salt = Value(secrets.token_hex(16))
    respondent = Case(
        When(participant__isnull=True, then=NOTHING),
        default=MD5(Concat(salt, Cast("participant_id", TextField()), output_field=TextField())),
        output_field=TextField(),
    )
    return [
        "version__number", "wave__kind", "wave__group", "partner__organisation__name", "country", "language",
        "channel_kind", respondent,
    ]  # fmt: skip


def _as_columns(study: Study, columns: Sequence[Column]) -> QuerySet[Response, tuple[Any, ...]]:
    shared = {each.code for each in columns if each.variable["column"] != each.code}
    told = [_told(column) if column.code not in shared else _asked(column, _told(column)) for column in columns]
    return responses_of(study).values_list(*_facts(), *told, "seconds")


def _told(column: Column) -> Combinable:
    """What `rules.exporting.cell` does, told to PostgreSQL."""
    code = column.code
    if column.is_other:
        return Coalesce(KeyTextTransform(f"{code}__other", "answers"), NOTHING)
    if column.is_text:
        return Coalesce(KeyTextTransform(code, "answers"), NOTHING)
    reason = Coalesce(KeyTextTransform(code, "missing"), NOTHING)
    if column.is_ranking:
        return _rank(column, reason)
    if column.choice:
        holds = Q(**{f"answers__{code}__contains": [column.choice]})
        given = When(Q(answers__has_key=code), then=Value("0"))
        return Case(When(holds, then=Value("1")), given, default=reason, output_field=TextField())
    return Coalesce(KeyTextTransform(code, "answers"), reason)


def _rank(column: Column, reason: Combinable) -> Combinable:
    places = [
        When(**{f"answers__{column.code}__{place}": column.choice}, then=Value(str(place + 1)))
        for place in range(len(column.variable["choices"]) + 1)
    ]
    return Case(*places, When(answers__has_key=column.code, then=NOTHING), default=reason, output_field=TextField())


def _asked(column: Column, told: Combinable) -> Combinable:
    """Only in the groups that were asked this: the code means another question elsewhere."""
    asked = When(wave__group__in=column.variable["groups"], then=told)
    return Case(asked, default=NOTHING, output_field=TextField())
