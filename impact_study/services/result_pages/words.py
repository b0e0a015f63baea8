"""Figures of results as they are written."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.charts.figures import figure, percent

SHARES = {"share_before", "share_after", "change", "net_share", "share"}
BESIDE = {
    "before": gettext_lazy("Before"), "after": gettext_lazy("After"), "scores": gettext_lazy("The same with means"),
    "ranks": gettext_lazy("The same with ranks"), "linkage": gettext_lazy("People found again"),
    "attrition": gettext_lazy("Who did not come back"), "weighting": gettext_lazy("Weights"),
    "groups": gettext_lazy("Each group"), "weighted": gettext_lazy("Weighted"),
}  # fmt: skip


def hidden_words(why: str, minimum: int) -> str:
    if why == "small":
        return _("hidden, n < %(minimum)d") % {"minimum": minimum}
    return _("hidden, to protect another figure")


def shown(name: str, value: float) -> str:
    if name in SHARES:
        return percent(value, 1)
    return figure(value) if isinstance(value, int) else figure(value, 2)


def p_value(p: float) -> str:
    return _("< 0.001") if p < 0.001 else figure(p, 3)


def correction(code: str | None) -> str:
    return {"holm": "Holm", "benjamini_hochberg": "Benjamini-Hochberg"}.get(code or "", code or "–")


def beside_title(name: str) -> str:
    return str(BESIDE.get(name, name))
