"""The demo's report: on its way, with texts in each state."""

from __future__ import annotations

from core import demo
from reports.demo.interim import begin_interim_report

demo.register("A progress report in the making", begin_interim_report, order=60)
