"""What may be told of groups: nothing about fewer than k people, and nothing from which it can be computed."""

from impact_study.rules.disclosure.differencing import combinations_below, counted, view_problems
from impact_study.rules.disclosure.results import Protected, withheld
from impact_study.rules.disclosure.suppression import protect
from impact_study.rules.disclosure.tables import Cell, Protection, Sum, Tables

__all__ = [
    "Cell",
    "Protected",
    "Protection",
    "Sum",
    "Tables",
    "combinations_below",
    "counted",
    "protect",
    "view_problems",
    "withheld",
]
