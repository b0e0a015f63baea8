"""Scores and numbers in tables, and how well the items of a scale hang together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from core.charts.figures import figure
from impact_study.rules.study_document.content import Sheet
from impact_study.rules.study_document.material import Material
from impact_study.rules.study_document.reading import Result, is_told, quoted
from impact_study.rules.wording import decimals

NONE = "–"


def score_sheet(found: Sequence[Result], group: str, material: Material, *, title: str = "") -> Sheet:
    head = (
        _("Name"),
        _("Wave"),
        _("n"),
        _("Mean (95% interval)"),
        _("SD"),
        _("Median (quartiles)"),
        _("Smallest to largest"),
    )
    rows = [(*_who(each, material), *_summary(each["result"])) for each in _in_order(found)]
    return Sheet(f"{group}: {title or _('Scores')}", head, rows, frozenset({2, 3, 4, 5, 6}))


def _summary(result: Mapping[str, Any]) -> Sequence[str]:
    if result["result"] != "number_summary":
        return NONE, NONE, NONE, NONE
    median, low, high, least, most = (
        decimals(result[name]) for name in ("median", "lower_quartile", "upper_quartile", "minimum", "maximum")
    )
    return with_interval(result["mean"], result), decimals(result["sd"]), f"{median} ({low}–{high})", f"{least}–{most}"


def reliability_sheet(found: Sequence[Result], group: str, material: Material) -> Sheet:
    head = (
        _("Scale"), _("Wave"), _("n"), _("Alpha (95% interval)"), _("Standardised"), _("Lowest item-rest r"),
        _("Items"),
    )  # fmt: skip
    rows = [(*_who(each, material), *_consistency(each["result"])) for each in _in_order(found)]
    note = _("Alpha is Cronbach's; for scales of two items the Spearman-Brown coefficient stands in its place. "
             "Below 0.60 the items hang together less than is usually asked for.")  # fmt: skip
    return Sheet(f"{group}: {_('Consistency of scales')}", head, rows, frozenset({2, 3, 4, 5, 6}), note)


def _consistency(result: Mapping[str, Any]) -> Sequence[str]:
    if result["result"] != "reliability":
        return NONE, NONE, NONE, NONE
    value = result["alpha"] if result["spearman_brown"] is None else result["spearman_brown"]
    rest = [item["item_total"] for item in result["items"] if item.get("item_total") is not None]
    standardised = result["standardised_alpha"]
    return (
        with_interval(value, result), NONE if standardised is None else decimals(standardised),
        decimals(min(rest)) if rest else NONE, figure(len(result["items"])),
    )  # fmt: skip


def with_interval(value: float, result: Mapping[str, Any]) -> str:
    ends = result.get("interval")
    if not ends:
        return decimals(value)
    return _("%(figure)s (%(low)s to %(high)s)") % {
        "figure": decimals(value), "low": decimals(ends["low"]), "high": decimals(ends["high"]),
    }  # fmt: skip


def _who(each: Result, material: Material) -> tuple[str, str, str]:
    return quoted(material.names, each["variable"]), material.names.waves(each), people(each, material)


def people(each: Result, material: Material) -> str:
    if each["n"] is not None:
        return figure(each["n"])
    return _("< %(minimum)d") % {"minimum": material.minimum} if each["result"].get("why") == "small" else _("hidden")


def _in_order(found: Sequence[Result]) -> list[Result]:
    """Waves of one name together; what was never asked of enough people is not a row."""
    told = [each for each in found if is_told(each)]
    names = list(dict.fromkeys(each["variable"] for each in told))
    return sorted((each for each in found if each["variable"] in names), key=lambda each: names.index(each["variable"]))
