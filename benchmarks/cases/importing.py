"""A long attendance sheet: opened, previewed and applied, with its memory."""

from __future__ import annotations

import csv
import io

from django.core.files.base import ContentFile
from django.db import connection

from benchmarks.ground import Ground
from benchmarks.measuring import Line, at_most, once, peak_mb
from benchmarks.seed import FIRST_DAY, House
from network.enums import ImportKind
from network.models import Participation, Partner
from network.services.importing import answer_questions, apply_import, decide_rows, open_import, preview_import
from network.services.importing.figures import is_open_match

SHARE = 20_000


def sheet(rows: int) -> bytes:
    """Invented people; one in ten came twice."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["Family name", "Given name", "E-mail", "Function", "Country", "Date"])
    for number in range(rows):
        who = number - number % 10 if number % 10 == 9 else number
        day = FIRST_DAY.replace(day=1 + number % 28).isoformat()
        writer.writerow([f"Surname{who}", f"Forename{who % 997}", f"p{who}@example.org", "Teacher", "ES", day])
    return out.getvalue().encode()


def run(ground: Ground) -> list[Line]:
    data = sheet(ground.sizes.import_rows)
    with ground.small() as small:
        before, seconds = Participation.objects.count(), []
        peak, _grown = peak_mb(lambda: seconds.append(once(lambda: take_in(small, data))))
        made = Participation.objects.count() - before
        connection.close()
    if not made:
        raise AssertionError("The sheet was not taken in.")
    name = f"import of {ground.sizes.import_rows:,} rows ({made:,} records)"
    limit = 60 * ground.sizes.import_rows / SHARE
    line = at_most(Line(name, "s", seconds[0], peak_mb=peak or None), max(limit, 1))
    return [line, at_most(Line("memory of the process that imports", "MB", peak), 400)]


def take_in(house: House, data: bytes) -> None:
    """Open, preview, answer as proposed, take possible matches for new people, apply."""
    partner = Partner.objects.filter(project=house.project).order_by("number")[0]
    batch = open_import(
        partner=partner, kind=ImportKind.ATTENDANCE, upload=ContentFile(data, "people.csv"), by=house.coordinator,
        occasion=house.project.occasions.order_by("pk")[0],
    )  # fmt: skip
    batch = preview_import(batch)
    told = {
        ask["key"]: ask["proposed"] or ask["choices"][0] for ask in batch.questions if ask["proposed"] or ask["choices"]
    }
    if told:
        answer_questions(batch=batch, answers=told, by=house.coordinator)
        batch = preview_import(batch)
    if possible := {row.label: "new" for row in batch.rows.all() if is_open_match(row)}:
        decide_rows(batch=batch, decisions=possible, by=house.coordinator)
        batch = preview_import(batch)
    apply_import(batch=batch, by=house.coordinator)
