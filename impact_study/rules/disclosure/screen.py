"""Lets through of one finding what may be told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from impact_study.rules.disclosure.counting import Keys
from impact_study.rules.disclosure.tables import Protection

SMALL, BESIDE = "small", "beside"
"""Why a count is not told: fewer than the minimum, or because it would tell such a count by subtraction."""
TOLD_BY_RANKS = ("higher", "same", "lower", "net_share", "interval")
COUNTS_BY_NAME = {"per_wave", "without_code", "duplicates", "break_off", "groups"}
type Data = dict[str, Any]


class Screen:
    """What is hidden of one finding, by its name there, and why."""

    def __init__(self, keys: Keys, protection: Protection, k: int) -> None:
        self.k = k
        self.hidden = {
            what: SMALL if key in protection.small else BESIDE
            for what, key in keys.items()
            if not protection.shows(key)
        }

    def nothing(self, finding: Mapping[str, Any]) -> Data:
        """That there is such a group, and that it is too small."""
        kept = {
            name: finding[name]
            for name in ("key", "block", "kind", "exploratory", "variable", "other", "waves", "groups", "where")
        }
        why = {"result": "withheld", "why": self.hidden["n"], "minimum": self.k}
        return {
            **kept, "n": None, "missing": {}, "method": finding["method"], "rule": finding["rule"], "warnings": [],
            "p": None, "p_adjusted": None, "correction": None, "family": finding["family"], "result": why, "beside": {},
        }  # fmt: skip

    def missing(self, reasons: Mapping[str, int]) -> dict[str, int | None]:
        return {name: None if f"missing:{name}" in self.hidden else number for name, number in reasons.items()}

    def beside(self, finding: Mapping[str, Any]) -> Data:
        told = {name: self.figures(part, finding["missing"]) for name, part in finding["beside"].items()}
        for name in told.get("groups") or ():
            if f"groups:{name}" in self.hidden:
                told["groups"][name] = {"result": "withheld", "why": self.hidden[f"groups:{name}"], "minimum": self.k}
        return told

    def figures(self, part: Any, missing: Mapping[str, int]) -> Any:
        """Whatever is said of fewer than k people goes; the same reasons for missing are told the same."""
        if isinstance(part, list):
            return [self.figures(each, missing) for each in part]
        if not isinstance(part, Mapping):
            return part
        if any(self.is_small(part.get(name)) for name in ("n", "n_first", "n_second")):
            return self.too_small(part)
        if part.get("result") == "signed_ranks" and any(self.is_small(part[name]) for name in TOLD_BY_RANKS[:3]):
            part = {**part, **dict.fromkeys(TOLD_BY_RANKS)}
        return {
            name: self.reasons(each, missing) if name == "missing"
            else self.counts(each) if name in COUNTS_BY_NAME and isinstance(each, Mapping)
            else self.figures(each, missing)
            for name, each in part.items()
        }  # fmt: skip

    def is_small(self, number: Any) -> bool:
        return isinstance(number, int) and 0 < number < self.k

    def too_small(self, part: Mapping[str, Any]) -> Data:
        """What was not computed says why, for that tells of nobody; what was computed goes."""
        if part.get("result") == "not_computed":
            return {**part, "n": None, "missing": {}}
        return {"result": "withheld", "why": SMALL, "minimum": self.k}

    def reasons(self, told: Any, known: Mapping[str, int]) -> Any:
        if not isinstance(told, Mapping):
            return told
        return self.missing(known) if told == known else self.counts(told)

    def counts(self, told: Mapping[str, Any]) -> dict[str, Any]:
        """Counts that stand alone: if one is small, none of them is told."""
        hide = any(self.is_small(number) for number in told.values())
        return {
            name: None if hide and isinstance(number, int) else self.figures(number, {})
            for name, number in told.items()
        }
