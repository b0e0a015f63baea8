"""What dissemination adds to the demo, in order: the plan before any period is locked, the events after."""

from __future__ import annotations

from core import demo
from dissemination.demo.events import load_events
from dissemination.demo.plan import load_plan

demo.register("The dissemination plan of QQVET", load_plan, order=28)
demo.register("Invented events and a claim", load_events, order=50)
