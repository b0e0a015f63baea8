"""How groups of different people compare."""

from __future__ import annotations

from django.utils.translation import gettext as _

from impact_study.rules.wording.changes import change
from impact_study.rules.wording.figures import (
    Data,
    Told,
    between,
    decimals,
    is_clear,
    joined,
    rank_words,
    sample,
    size_words,
)  # fmt: skip


def two_group_scores(told: Told) -> str:
    result = told.result
    d = size_words(result["d"])
    if told.finding["kind"] == "compare_paired":  # waves that nobody could link: after less before
        size = _("by %(difference)s; %(d)s") % {"difference": decimals(result["difference"]), "d": d}
        return change(told, size=size, interval=result["interval"], value=result["difference"], cause=False)
    return _difference(told, joined([decimals(result["difference"]), d]), result["interval"], result["difference"])


def two_group_ranks(told: Told) -> str:
    r = told.result["rank_biserial"]
    if told.finding["kind"] == "compare_paired":
        return change(told, size=rank_words(r), interval=None, value=r, cause=False)
    return _difference(told, rank_words(r), None, r)


def _difference(told: Told, size: str, interval: Data | None, value: float) -> str:
    order = told.finding["beside"].get("order") or ()
    first, second = (told.group(name) for name in order) if len(order) == 2 else ("", "")
    words = {
        "name": told.name, "first": first, "second": second,
        "facts": joined([size, between(interval) if interval else "", sample(told.finding)]),
    }  # fmt: skip
    if not is_clear(told.finding, interval):
        return _("%(name)s: no clear difference (%(facts)s).") % words
    if not first:
        higher = _("%(name)s is higher in the first group (%(facts)s).")
        return (higher if value > 0 else _("%(name)s is lower in the first group (%(facts)s).")) % words
    higher = _("%(name)s is higher in the group %(first)s than in %(second)s (%(facts)s).")
    lower = _("%(name)s is lower in the group %(first)s than in %(second)s (%(facts)s).")
    return (higher if value > 0 else lower) % words


def several_group_scores(told: Told) -> str:
    eta = _("eta² = %(value)s") % {"value": decimals(told.result["eta_squared"])}
    return _several(told, told.result["means"], eta)


def several_group_ranks(told: Told) -> str:
    epsilon = _("epsilon² = %(value)s") % {"value": decimals(told.result["epsilon_squared"])}
    means = {
        name: part["mean"]
        for name, part in (told.finding["beside"].get("groups") or {}).items()
        if name in told.result["mean_ranks"] and part.get("mean") is not None
    }
    return _several(told, means, epsilon)


def _several(told: Told, means: Data, size: str) -> str:
    """Means of groups from the highest down; those too small for a test, or hidden, are not among them."""
    parts = told.finding["beside"].get("groups") or {}
    shown = [name for name in means if parts.get(name, {}).get("result") != "withheld"]
    ordered = sorted(((means[name], name) for name in shown if means[name] is not None), reverse=True)
    listed = ", ".join(f"{told.group(name)} {decimals(mean)}" for mean, name in ordered)
    means_told = _("means: %(listed)s") % {"listed": listed} if listed else ""
    words = {"name": told.name, "facts": joined([means_told, size, sample(told.finding)])}
    if not is_clear(told.finding, None):
        return _("%(name)s: no clear difference between the groups (%(facts)s).") % words
    return _("%(name)s differs between the groups (%(facts)s).") % words


def adjusted_change(told: Told) -> str:
    """One sentence a group; causes are named only against a declared comparison group."""
    result = told.result
    sentences = []
    for each in result["differences"]:
        if each.get("difference") is None:
            continue
        size = _("%(group)s against %(reference)s, at equal values before: %(difference)s") % {
            "group": told.group(each["group"]), "reference": told.group(result["reference"]),
            "difference": decimals(each["difference"]),
        }  # fmt: skip
        value = each["difference"]
        sentences.append(change(told, size=size, interval=each["interval"], value=value, cause=told.causal))
    return " ".join(sentences)
