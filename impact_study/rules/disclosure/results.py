"""The form in which results of a run are stored and shown: nothing about few people is in it any more.

Charts, their texts for the blind, exports, the API and the PDF read this form alone; the other is never stored.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from impact_study.rules.disclosure.counting import collect
from impact_study.rules.disclosure.kinds import SCREENS, hide_told_by_ranks
from impact_study.rules.disclosure.populations import Collected
from impact_study.rules.disclosure.screen import BESIDE, Data, Screen
from impact_study.rules.disclosure.suppression import protect


@dataclass(frozen=True)
class Protected:
    """Results as they are stored, and what was left out of them."""

    results: list[Data]
    decisions: list[dict[str, str]]


def withheld(
    results: Sequence[Mapping[str, Any]], k: int, *, minima: Mapping[str, int] | None = None,
    too_near: Collection[str] = (),
) -> Protected:  # fmt: skip
    """Protect all results of a run as one set. `minima` holds questions with a minimum of their own.

    `too_near` are the keys of results on people who differ by few from those of another result.
    """
    collected = Collected(minima or {})
    keys = [collect(finding, collected) for finding in results]
    protection = protect(collected.tables(), k)
    shown, decisions = [], []
    for finding, told in zip(results, keys, strict=True):
        screen = Screen(told, protection, max(k, (minima or {}).get(str(finding["variable"]), 0)))
        if finding["key"] in too_near:
            screen.hidden.setdefault("n", BESIDE)
        shown.append(_screened(finding, screen))
        decisions += [{"key": str(finding["key"]), "what": what, "why": why} for what, why in screen.hidden.items()]
    return Protected(shown, decisions)


def _screened(finding: Mapping[str, Any], screen: Screen) -> Data:
    if "n" in screen.hidden:
        return screen.nothing(finding)
    told = {**finding, "missing": screen.missing(finding["missing"])}
    told["result"] = screen.figures(finding["result"], finding["missing"])
    told["beside"] = screen.beside(finding)
    hide_told_by_ranks(screen, told)
    if hide_of_kind := SCREENS.get(finding["result"].get("result", "")):
        hide_of_kind(screen, told)
    if told["result"].get("p", ...) is None:
        told["p"] = told["p_adjusted"] = None
    return told
