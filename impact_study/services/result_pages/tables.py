"""One result with all of its figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from core.charts.figures import figure, percent
from impact_study.rules.result_names import Names
from impact_study.rules.result_words import CAUTIONS, FIGURES, METHODS, told
from impact_study.services.result_pages.words import beside_title, hidden_words, shown

COUNTED = {"higher", "same", "lower", "both_yes", "only_before", "only_after", "neither", "n_first", "n_second"}


class FindingTables:
    """Tells every figure of a stored result."""

    def __init__(self, names: Names, minimum: int) -> None:
        self.names, self.minimum = names, minimum

    def figures(self, finding: Mapping[str, Any]) -> list[tuple[str, list[tuple[str, str]]]]:
        """The result, then what stands beside it, each as a table of figures."""
        parts = [(told(METHODS, finding["method"]), finding["result"])]
        parts += [(beside_title(name), part) for name, part in finding["beside"].items() if isinstance(part, dict)]
        return [(title, rows) for title, part in parts if (rows := list(self._figures(part, finding)))]

    def _figures(self, part: Mapping[str, Any], finding: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        if "choices" in part:
            for code, share in part["choices"].items():
                yield self.names.choice(finding["variable"], code), self.share(share)
        if isinstance(part.get("n"), int):
            yield _("People (n)"), figure(part["n"])
        for name, label in FIGURES.items():
            value = part.get(name)
            if isinstance(value, Mapping) and "low" in value:
                yield str(label), f"{shown(name, value['low'])} – {shown(name, value['high'])}"
            elif isinstance(value, int | float) and not isinstance(value, bool):
                yield str(label), shown(name, value)
            elif name in COUNTED and name in part and value is None:
                yield str(label), hidden_words("small", self.minimum)

    def share(self, share: Mapping[str, Any]) -> str:
        if "withheld" in share:
            return hidden_words(share["withheld"], self.minimum)
        ends = {end: percent(share["interval"][end]) for end in ("low", "high")}
        return _("%(count)s · %(share)s (%(low)s to %(high)s)") % {
            "count": figure(share["count"]), "share": percent(share["share"]), **ends,
        }  # fmt: skip

    def warnings(self, finding: Mapping[str, Any]) -> list[str]:
        return [told(CAUTIONS, code) for code in finding["warnings"]]
