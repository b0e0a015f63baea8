"""What the impact study adds to the demo, in order."""

from __future__ import annotations

from core import demo
from impact_study.demo.open_survey import load_open_survey
from impact_study.demo.study import load_study

demo.register("The impact study of QQVET with simulated answers", load_study, order=45)
demo.register("A survey to try out", load_open_survey, order=46)
