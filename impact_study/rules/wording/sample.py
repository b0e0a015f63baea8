"""Who answered, who was found again, what weights do."""

from __future__ import annotations

from django.utils.translation import gettext as _

from core.charts.figures import percent
from impact_study.rules.wording.figures import Data, Told, between, decimals, joined, people, whole


def response_counts(told: Told) -> str:
    """A rate is told only where those who were asked are on a list."""
    result = told.result
    counted = [
        _("%(n)s invited") % {"n": whole(result["invited"])} if result["invited"] is not None else "",
        _("%(n)s reached") % {"n": whole(result["reached"])} if result["reached"] is not None else "",
        _("%(n)s began") % {"n": whole(result["started"])} if result["started"] is not None else "",
        _rate(result["rate"]),
    ]
    words = {"name": told.name, "people": people(result["complete"]), "facts": joined(counted)}
    if not words["facts"]:
        return _("%(name)s: %(people)s answered to the end.") % words
    return _("%(name)s: %(people)s answered to the end (%(facts)s).") % words


def _rate(rate: Data) -> str:
    if rate.get("share") is None:
        return ""
    return _("response rate %(share)s, %(interval)s") % {
        "share": percent(rate["share"]), "interval": between(rate["interval"], shares=True),
    }  # fmt: skip


def linkage(told: Told) -> str:
    result = told.result
    waves = ", ".join(
        f"{told.wave(wave)} {whole(number)}" for wave, number in result["per_wave"].items() if number is not None
    )
    per_wave = _("responses: %(waves)s") % {"waves": waves} if waves else ""
    rate = result["match_rate"]
    found = "" if rate.get("share") is None else _("match rate %(share)s") % {"share": percent(rate["share"])}
    words = {"people": people(told.finding["n"]), "facts": joined([per_wave, found])}
    if not words["facts"]:
        return _("%(people)s were found again in every wave.") % words
    return _("%(people)s were found again in every wave (%(facts)s).") % words


def weighting(told: Told) -> str:
    result = told.result
    return _(
        "Weights between %(lowest)s and %(highest)s; design effect %(effect)s after Kish 1965, effective n %(n)s."
    ) % {
        "lowest": decimals(result["lowest"]), "highest": decimals(result["highest"]),
        "effect": decimals(result["design_effect"]), "n": decimals(result["effective_n"], 0),
    }  # fmt: skip


def weighted_mean(told: Told) -> str:
    result = told.result
    return _("%(name)s: weighted mean %(mean)s (%(facts)s), unweighted %(plain)s.") % {
        "name": told.name, "mean": decimals(result["mean"]), "plain": decimals(result["unweighted"]),
        "facts": joined([between(result["interval"]), people(told.finding["n"])]),
    }  # fmt: skip
