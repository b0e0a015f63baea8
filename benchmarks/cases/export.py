"""Records as CSV (goal 5)."""

from __future__ import annotations

from time import perf_counter

from django.db.models import Max

from benchmarks.bounds.copying import copied
from benchmarks.ground import Ground
from benchmarks.measuring import Line, at_most, once, peak_mb, side_by_side, statements
from core.sheets.streaming import stream_csv
from network.models import Participation
from network.services.record_export import record_header, record_rows


def run(ground: Ground) -> list[Line]:
    house, wanted = ground.house, ground.sizes.export_rows
    records = Participation.objects.visible_to(house.coordinator).in_project(house.project)
    last = records.order_by("pk")[:wanted].aggregate(last=Max("pk"))["last"]

    def export(limit: int = last) -> None:
        for _piece in stream_csv(record_header(), record_rows(records.filter(pk__lte=limit), house.coordinator)):
            pass

    needed, first = statements(export), _first_byte(records.filter(pk__lte=last), house.coordinator)
    _peak, grown = peak_mb(export)
    name = f"CSV of {wanted:,} records"
    lines = [
        at_most(Line(f"{name}, first byte", "ms", first), 50),
        at_most(Line(f"{name}, more memory", "MB", grown), 20),
    ]
    if not ground.is_postgresql:
        return [Line(name, "ms", 1000 * once(export), statements=needed), *lines]
    ours, bound = side_by_side(export, lambda: copied(house.project.pk, last), rounds=7)
    lines.insert(0, at_most(Line(name, "ms", ours.ms, bound.ms), 2))
    if ground.sizes.participations > wanted:
        everything = 1000 * once(lambda: export(10**9))
        share = ground.sizes.participations / wanted
        lines.append(at_most(Line("CSV of all records, by row", "ms", everything / share, ours.ms), 1.3))
    return lines


def _first_byte(records, user) -> float:  # type: ignore[no-untyped-def]
    started = perf_counter()
    pieces = stream_csv(record_header(), record_rows(records, user))
    next(pieces)
    taken = 1000 * (perf_counter() - started)
    pieces.close()
    return taken
