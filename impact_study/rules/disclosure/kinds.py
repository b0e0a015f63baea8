"""What goes with a hidden count, by the kind of result: else it could be worked out."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from impact_study.rules.disclosure.counting import ranks_of
from impact_study.rules.disclosure.screen import TOLD_BY_RANKS, Data, Screen

TEST_FIGURES = ("chi_square", "df", "p", "cramers_v", "cramers_v_corrected", "residuals", "permutations")


def _closed_item(screen: Screen, told: Data) -> None:
    result, weighted = told["result"], told["beside"].get("weighted") or {}
    for code in result["choices"]:
        if why := screen.hidden.get(f"choice:{code}"):
            result["choices"][code] = {"withheld": why}
            weighted.pop(code, None)
    if why := screen.hidden.get("top_two"):
        result["top_two"] = {"withheld": why}
        weighted.pop("top_two", None)


def hide_told_by_ranks(screen: Screen, told: Data) -> None:
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
