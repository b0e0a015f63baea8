"""How two questions, or two readers of the same texts, go together."""

from __future__ import annotations

from django.utils.translation import gettext as _

from core.charts.figures import percent
from impact_study.rules.wording.figures import (
    Told,
    between,
    correlation_words,
    decimals,
    is_clear,
    joined,
    people,
    sample,
)  # fmt: skip


def crosstab(told: Told) -> str:
    """With a hidden cell the test is hidden too, and only n is told."""
    result, other = told.result, told.label("", told.finding["other"])
    words = {"name": told.name, "other": other, "people": people(told.finding["n"])}
    if result["cramers_v"] is None:
        return _("%(name)s and %(other)s: shown as a table (%(people)s); small cells are hidden.") % words
    v = _("Cramér's V = %(value)s") % {"value": decimals(result["cramers_v"])}
    words["facts"] = joined([v, sample(told.finding)])
    if not is_clear(told.finding, None):
        return _("%(name)s and %(other)s: no clear connection (%(facts)s).") % words
    return _("%(name)s and %(other)s go together (%(facts)s).") % words


def stratified_odds(told: Told) -> str:
    """Where strata turn, each side is named: the common figure alone would mislead."""
    result = told.result
    ratio = _("common odds ratio %(value)s") % {"value": decimals(result["odds_ratio"])}
    words = {"name": told.name, "facts": joined([ratio, between(result["interval"]), sample(told.finding)])}
    if not is_clear(told.finding, result["interval"], none_at=1):
        sentence = _("%(name)s: no clear difference within the strata (%(facts)s).") % words
    elif result["odds_ratio"] > 1:
        sentence = _("%(name)s is said more often in the first group, within the strata (%(facts)s).") % words
    else:
        sentence = _("%(name)s is said less often in the first group, within the strata (%(facts)s).") % words
    return " ".join(filter(None, (sentence, _turning(told))))


def _turning(told: Told) -> str:
    column = told.finding["beside"].get("strata_of", "")
    sides: dict[int, list[str]] = {1: [], -1: []}
    for each in told.result["strata"]:
        if each["direction"]:
            sides[each["direction"]].append(told.label(column, each["name"]))
    if not (sides[1] and sides[-1]):
        return ""
    return _("More often in %(more)s, less often in %(less)s.") % {
        "more": ", ".join(sides[1]), "less": ", ".join(sides[-1]),
    }  # fmt: skip


def association(told: Told) -> str:
    result, value = told.result, told.result["coefficient"]
    strength = (
        _("tau = %(value)s") % {"value": decimals(value)}
        if result["method"] == "kendall_tau_b"
        else correlation_words(value)
    )
    interval = between(result["interval"]) if result["interval"] else ""
    words = {
        "name": told.name, "other": told.label("", told.finding["other"]),
        "facts": joined([strength, interval, sample(told.finding)]),
    }  # fmt: skip
    if not is_clear(told.finding, result["interval"]):
        return _("%(name)s and %(other)s: no clear connection (%(facts)s).") % words
    if value > 0:
        return _("%(name)s and %(other)s rise together (%(facts)s).") % words
    return _("Where %(name)s is higher, %(other)s is lower (%(facts)s).") % words


def agreement(told: Told) -> str:
    result = told.result
    kappa = _("kappa = %(value)s") % {"value": decimals(result["kappa"])}
    return _("%(name)s: both coders chose the same in %(share)s (%(facts)s).") % {
        "name": told.name, "share": percent(result["agreement"]),
        "facts": joined([kappa, between(result["interval"]), people(told.finding["n"])]),
    }  # fmt: skip
