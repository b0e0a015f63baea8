"""The form in which results of a run are stored and shown: nothing about few people is in it any more.

Charts, their texts for the blind, exports, the API and the PDF read this form alone; the other is never stored.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from impact_study.rules.disclosure.counting import Keys, collect, ranks_of
from impact_study.rules.disclosure.populations import Collected
from impact_study.rules.disclosure.suppression import protect
from impact_study.rules.disclosure.tables import Protection

SMALL, BESIDE = "small", "beside"
"""Why a count is not told: fewer than the minimum, or because it would tell such a count by subtraction."""
TEST_FIGURES = ("chi_square", "df", "p", "cramers_v", "cramers_v_corrected", "residuals", "permutations")
TOLD_BY_RANKS = ("higher", "same", "lower", "net_share", "interval")
type Data = dict[str, Any]


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
        shown.append(screen.finding(finding))
        decisions += [{"key": str(finding["key"]), "what": what, "why": why} for what, why in screen.hidden.items()]
    return Protected(shown, decisions)


class Screen:
    """Lets through of one finding what may be told."""

    def __init__(self, keys: Keys, protection: Protection, k: int) -> None:
        self.k = k
        self.hidden = {
            what: SMALL if key in protection.small else BESIDE
            for what, key in keys.items()
            if not protection.shows(key)
        }

    def finding(self, finding: Mapping[str, Any]) -> Data:
        if "n" in self.hidden:
            return self.nothing(finding)
        told = {**finding, "missing": self.missing(finding["missing"])}
        told["result"] = self.figures(finding["result"], finding["missing"])
        told["beside"] = self.beside(finding)
        _signed_ranks(self, told)
        for_result = SCREENS.get(finding["result"].get("result", ""))
        if for_result:
            for_result(self, told)
        if told["result"].get("p", ...) is None:
            told["p"] = told["p_adjusted"] = None
        return told

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


COUNTS_BY_NAME = {"per_wave", "without_code", "duplicates", "break_off", "groups"}


def _closed_item(screen: Screen, told: Data) -> None:
    result, weighted = told["result"], told["beside"].get("weighted") or {}
    for code in result["choices"]:
        if why := screen.hidden.get(f"choice:{code}"):
            result["choices"][code] = {"withheld": why}
            weighted.pop(code, None)
    if why := screen.hidden.get("top_two"):
        result["top_two"] = {"withheld": why}
        weighted.pop("top_two", None)


def _signed_ranks(screen: Screen, told: Data) -> None:
    """The net share tells the difference of two of the three counts: they go together."""
    if (ranks := ranks_of(told)) and {"higher", "same", "lower"} & screen.hidden.keys():
        ranks |= dict.fromkeys(TOLD_BY_RANKS)


def _paired_yes_no(screen: Screen, told: Data) -> None:
    """The test and the interval are computed from the two who changed: they tell them."""
    if {"both_yes", "only_before", "only_after", "neither"} & screen.hidden.keys():
        told["result"] |= dict.fromkeys(
            ("both_yes", "only_before", "only_after", "neither", "chi_square", "p", "interval")
        )
    if {"share_before", "share_after"} & screen.hidden.keys():
        told["result"] |= dict.fromkeys(("share_before", "share_after", "change"))


def _crosstab(screen: Screen, told: Data) -> None:
    """With a hidden cell the test's figures go too: from the margins and them the cell could be found."""
    result = told["result"]
    places = [(row, column) for row in range(len(result["rows"])) for column in range(len(result["columns"]))]
    hidden = [
        (row, column) for row, column in places
        if f"cell:{result['rows'][row]}:{result['columns'][column]}" in screen.hidden
    ]  # fmt: skip
    for row, column in hidden:
        result["counts"][row][column] = result["shares"][row][column] = None
    if hidden:
        result |= dict.fromkeys(TEST_FIGURES)


def _response_counts(screen: Screen, told: Data) -> None:
    """Who began and did not finish is a group too."""
    result = told["result"]
    if screen.is_small(result["partial"]):
        result |= dict.fromkeys(("partial", "started", "completion"))


def _stratified_odds(screen: Screen, told: Data) -> None:
    result = told["result"]
    counts = ("first_yes", "first_no", "second_yes", "second_no")
    if any(screen.is_small(part[name]) for part in result["strata"] for name in counts):
        result["strata"], result["total"] = [], None


SCREENS: Mapping[str, Callable[[Screen, Data], None]] = {
    "closed_item": _closed_item,
    "paired_yes_no": _paired_yes_no,
    "crosstab": _crosstab,
    "response_counts": _response_counts,
    "stratified_odds": _stratified_odds,
}
