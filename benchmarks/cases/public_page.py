"""An event's page for strangers, as kept under its stamp and drawn anew, against a template with one query (goal 6)."""

from __future__ import annotations

from django.test import RequestFactory

from benchmarks.asking import bare_asker, handler
from benchmarks.cases.registration import _address, _ask, _event
from benchmarks.ground import Ground
from benchmarks.measuring import Line, at_most, in_process, side_by_side, statements


def run(ground: Ground) -> list[Line]:
    through, bare = handler(), bare_asker("benchmarks.bounds.bare_event")
    event = _event(ground.house.project, seats=100)
    address = _address("event_page", event)

    def ours() -> object:
        return _ask(through, RequestFactory().get(address), 200)

    def anew() -> object:
        """With a theme of one's own, for which nothing is kept."""
        request = RequestFactory().get(address)
        request.COOKIES["theme"] = "dark"
        return _ask(through, request, 200)

    kept, drawn, bound = side_by_side(ours, anew, lambda: bare(f"/event/{event.pk}/"), rounds=ground.sizes.rounds * 3)
    needed = statements(ours)
    lines = [
        at_most(Line("public event page, median", "ms", kept.ms, bound.ms, needed), 1 / 0.6),
        at_most(Line("public event page, drawn anew, median", "ms", drawn.ms, bound.ms, statements(anew)), 1 / 0.6),
        at_most(Line("statements of the public event page", "statements", needed), 3),
    ]
    return in_process(lines)
