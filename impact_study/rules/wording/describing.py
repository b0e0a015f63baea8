"""Answers, scores and scales as they are."""

from __future__ import annotations

from django.utils.translation import gettext as _

from core.charts.figures import percent
from impact_study.rules.wording.figures import Told, between, decimals, joined, sample


def closed_item(told: Told) -> str:
    top = told.result["top_two"]
    if top is None:
        return _most_often(told)
    if "withheld" in top:
        return _("%(name)s: %(sample)s answered.") % {"name": told.name, "sample": sample(told.finding)}
    return _("%(name)s: %(share)s chose one of the two highest answers (%(facts)s).") % {
        "name": told.name, "share": percent(top["share"]),
        "facts": joined([between(top["interval"], shares=True), sample(told.finding)]),
    }  # fmt: skip


def _most_often(told: Told) -> str:
    """Where a count is hidden, nobody is told which is the largest."""
    choices = told.result["choices"]
    words = {"name": told.name, "sample": sample(told.finding)}
    if not choices or any("withheld" in share for share in choices.values()):
        return _("%(name)s: %(sample)s answered.") % words
    code, most = max(choices.items(), key=lambda choice: choice[1]["count"])
    return _("%(name)s: most often “%(answer)s”, by %(share)s (%(facts)s).") % {
        **words, "answer": told.label(told.finding["variable"], code), "share": percent(most["share"]),
        "facts": joined([between(most["interval"], shares=True), sample(told.finding)]),
    }  # fmt: skip


def number_summary(told: Told) -> str:
    result = told.result
    interval = between(result["interval"]) if result["interval"] else ""
    return _("%(name)s: mean %(mean)s (%(facts)s).") % {
        "name": told.name, "mean": decimals(result["mean"]), "facts": joined([interval, sample(told.finding)]),
    }  # fmt: skip


def reliability(told: Told) -> str:
    """No word for good or bad: the number, its interval, and a warning where it is low."""
    result = told.result
    words = {"name": told.name, "facts": joined([between(result["interval"]), sample(told.finding)])}
    if result["spearman_brown"] is not None:
        return _("%(name)s: Spearman-Brown coefficient %(value)s (%(facts)s).") % {
            **words, "value": decimals(result["spearman_brown"]),
        }  # fmt: skip
    return _("%(name)s: Cronbach's alpha %(value)s (%(facts)s).") % {**words, "value": decimals(result["alpha"])}
