"""What changed between waves."""

from __future__ import annotations

from django.utils.translation import gettext as _

from core.charts.figures import percent
from impact_study.rules.wording.figures import (
    Data,
    Told,
    between,
    decimals,
    is_clear,
    joined,
    paired_size_words,
    rank_words,
    sample,
)  # fmt: skip


def change(told: Told, *, size: str, interval: Data | None, shares: bool = False, value: float, cause: bool) -> str:
    """The sentence every change is told in; its interval may be hidden."""
    facts = joined([size, between(interval, shares=shares) if interval else "", sample(told.finding)])
    words = {"name": told.name, "facts": facts}
    if not is_clear(told.finding, interval):
        return _("%(name)s: no clear change (%(facts)s).") % words
    if cause:
        rising = _("%(name)s: the activity led to a rise (%(facts)s).")
        falling = _("%(name)s: the activity led to a fall (%(facts)s).")
    else:
        rising, falling = _("%(name)s rose (%(facts)s)."), _("%(name)s fell (%(facts)s).")
    return (rising if value > 0 else falling) % words


def paired_scores(told: Told) -> str:
    """Before and after alone never show a cause."""
    result = told.result
    size = _("by %(difference)s; %(d)s") % {
        "difference": decimals(result["difference"]), "d": paired_size_words(result["d_z"]),
    }  # fmt: skip
    return change(told, size=size, interval=result["interval"], value=result["difference"], cause=False)


def signed_ranks(told: Told) -> str:
    """Where few went one way, the three shares are hidden, and the rank correlation stands alone."""
    result = told.result
    if result["higher"] is None:
        size = rank_words(result["rank_biserial"])
    else:
        shares = {key: percent(result[key] / result["n"]) for key in ("higher", "same", "lower")}
        shares["net"] = percent((result["higher"] - result["lower"]) / result["n"])
        size = _("%(higher)s higher, %(same)s the same, %(lower)s lower; higher less lower %(net)s") % shares
    return change(told, size=size, interval=result["interval"], shares=True, value=result["rank_biserial"], cause=False)


def paired_yes_no(told: Told) -> str:
    result = told.result
    if result["share_before"] is None:
        return _("%(name)s: the change is not shown, because too few people gave one of the answers.") % {
            "name": told.name
        }
    shares = {key: percent(result[f"share_{key}"]) for key in ("before", "after")}
    size = _("from %(before)s to %(after)s") % shares
    if result["interval"] is None:
        return _("%(name)s went %(size)s; whether this is clear is not shown, because few people changed.") % {
            "name": told.name, "size": size,
        }  # fmt: skip
    size = joined([size, _("after less before %(change)s") % {"change": percent(result["change"])}])
    return change(told, size=size, interval=result["interval"], shares=True, value=result["change"], cause=False)


def several_waves(told: Told) -> str:
    result = told.result
    means = ", ".join(
        f"{told.wave(wave)} {decimals(mean)}" for wave, mean in zip(result["waves"], result["means"], strict=True)
    )
    words = {
        "name": told.name, "means": means, "w": decimals(result["kendall_w"]), "sample": sample(told.finding),
    }  # fmt: skip
    if not is_clear(told.finding, None):
        return _("%(name)s: no clear change over the waves (means %(means)s; Kendall's W = %(w)s; %(sample)s).") % words
    return _("%(name)s differs between the waves (means %(means)s; Kendall's W = %(w)s; %(sample)s).") % words
