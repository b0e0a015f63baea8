"""The results of a run, each on a line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from core.charts.figures import figure, percent
from impact_study.rules.result_names import Names
from impact_study.rules.result_words import BECAUSE, FIGURES, told
from impact_study.services.result_pages.words import hidden_words, p_value, shown


@dataclass(frozen=True)
class Row:
    """One result in a list."""

    number: int
    name: str
    place: str
    wave: str
    n: str
    told: str
    p: str


class FindingRows:
    """Tells each stored result in a line. `minimum` is the smallest group of which anything is told."""

    def __init__(self, names: Names, minimum: int) -> None:
        self.names, self.minimum = names, minimum

    def row(self, number: int, finding: Mapping[str, Any]) -> Row:
        return Row(
            number, self.name_of(finding), self.names.place(finding), self.names.waves(finding), self.n_of(finding),
            self.summary(finding), self.p_of(finding),
        )  # fmt: skip

    def name_of(self, finding: Mapping[str, Any]) -> str:
        name = self.names.variable(finding["variable"])
        return f"{name} × {self.names.variable(finding['other'])}" if finding["other"] else name

    def n_of(self, finding: Mapping[str, Any]) -> str:
        if finding["n"] is None:
            return hidden_words(finding["result"].get("why", "small"), finding["result"].get("minimum", self.minimum))
        return figure(finding["n"])

    def summary(self, finding: Mapping[str, Any]) -> str:
        """The figure that matters first, or why there is none."""
        result = finding["result"]
        if result.get("result") == "withheld":
            return hidden_words(result["why"], result["minimum"])
        if result.get("result") == "not_computed":
            return _("Not computed, because %(reason)s.") % {"reason": told(BECAUSE, result["because"])}
        for name in ("difference", "change", "rank_biserial", "alpha", "mean", "cramers_v", "coefficient", "complete"):
            if result.get(name) is not None:
                return f"{told(FIGURES, name)}: {shown(name, result[name])}{self.interval(result)}"
        if top := result.get("top_two"):
            share = percent(top["share"]) if "share" in top else hidden_words(top["withheld"], self.minimum)
            return _("Two highest answers: %(share)s") % {"share": share}
        return "–"

    def interval(self, result: Mapping[str, Any]) -> str:
        if not result.get("interval"):
            return ""
        low, high = (figure(result["interval"][end], 2) for end in ("low", "high"))
        return " " + _("(%(low)s to %(high)s)") % {"low": low, "high": high}

    def p_of(self, finding: Mapping[str, Any]) -> str:
        return "–" if finding["p_adjusted"] is None else p_value(finding["p_adjusted"])
