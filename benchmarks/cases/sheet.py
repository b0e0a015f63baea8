"""The signature sheet of a large event as PDF (goal 7): drawn, printed, tagged and numbered."""

from __future__ import annotations

from django.template.loader import render_to_string

from benchmarks.bounds.printing import printed
from benchmarks.cases.check_in import large_event
from benchmarks.ground import Ground
from benchmarks.measuring import Line, at_most, peak_mb, side_by_side
from dissemination.outputs.papers import SHEET, print_sheet, sheet_words

GUESTS = 1_000
CODE = "INVENTED22"


def run(ground: Ground) -> list[Line]:
    with ground.small() as house:
        event = large_event(house, min(GUESTS, ground.sizes.participations))
        guests = list(event.registrations.order_by("name", "pk"))
    html = render_to_string(SHEET, sheet_words(event, guests, "en", CODE))

    def sheet() -> tuple[bytes, int]:
        return print_sheet(event, guests, language="en", mark="bench", code=CODE)

    pages = sheet()[1]
    _peak, grown = peak_mb(sheet)
    ours, bare = side_by_side(sheet, lambda: printed(html), rounds=2 if ground.sizes.rounds < 20 else 4)
    name = f"signature sheet of {len(guests)} lines, {pages} pages"
    return [at_most(Line(name, "ms", ours.ms, bare.ms, peak_mb=grown or None), 1.15)]
