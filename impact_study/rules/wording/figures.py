"""Figures as sentences carry them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.charts.figures import percent
from impact_study.rules.statistics.results import LEVEL

type Data = Mapping[str, Any]
type Label = Callable[[str, str], str]

COHEN = ((0.8, "large"), (0.5, "medium"), (0.2, "small"))
COHEN_R = ((0.5, "large"), (0.3, "medium"), (0.1, "small"))


def plain_label(_column: str, value: str) -> str:
    return value


@dataclass(frozen=True)
class Told:
    """One result with what is needed to say it."""

    finding: Data
    name: str
    causal: bool = False
    label: Label = plain_label

    @property
    def result(self) -> Data:
        found: Data = self.finding["result"]
        return found

    def group(self, value: str) -> str:
        """A group of the column whose groups are compared."""
        return self.label(self.finding["other"], value)

    def wave(self, value: str) -> str:
        return self.label("wave", value)


def decimals(value: float, places: int = 2) -> str:
    """Rounded here: the formatter cuts off. What rounds to zero has no sign."""
    rounded = round(value, places) or 0.0
    return number_format(f"{rounded:.{places}f}", places, use_l10n=True).replace("-", "−")


def whole(number: int) -> str:
    return number_format(number, use_l10n=True)


def p_words(p: float) -> str:
    if p < 0.001:
        return _("p < %(bound)s") % {"bound": decimals(0.001, 3)}
    return _("p = %(p)s") % {"p": decimals(p, 3)}


def size_words(d: float) -> str:
    """The word beside its number, with its source."""
    return _("d = %(d)s, %(size)s after Cohen 1988") % {"d": decimals(d), "size": _size(d, COHEN)}


def paired_size_words(d_z: float) -> str:
    """Of the same people: in units of the spread of their changes, which is not the d of two groups."""
    return _("d_z = %(d)s, %(size)s after Cohen 1988") % {"d": decimals(d_z), "size": _size(d_z, COHEN)}


def correlation_words(r: float) -> str:
    return _("r = %(r)s, %(size)s after Cohen 1988") % {"r": decimals(r), "size": _size(r, COHEN_R)}


def rank_words(r: float) -> str:
    return _("rank-biserial r = %(r)s, %(size)s after Cohen 1988") % {"r": decimals(r), "size": _size(r, COHEN_R)}


def _size(value: float, bounds: tuple[tuple[float, str], ...]) -> str:
    names = {"large": _("large"), "medium": _("medium"), "small": _("small")}
    return next((names[word] for bound, word in bounds if abs(value) >= bound), _("very small"))


def people(n: int) -> str:
    return ngettext("%(n)s person", "%(n)s people", n) % {"n": whole(n)}


def sample(finding: Data) -> str:
    p = finding["p_adjusted"]
    if p is None:
        return people(finding["n"])
    return _("%(people)s, adjusted %(p)s") % {"people": people(finding["n"]), "p": p_words(p)}


def between(interval: Data, *, shares: bool = False) -> str:
    low, high = (percent(interval[end]) if shares else decimals(interval[end]) for end in ("low", "high"))
    return _("95%% interval %(low)s to %(high)s") % {"low": low, "high": high}


def is_clear(finding: Data, interval: Data | None, *, none_at: float = 0) -> bool:
    """Whether the interval leaves out "no difference" and the correction leaves the finding standing."""
    p = finding["p_adjusted"]
    if interval is None:
        return p is not None and p < 1 - LEVEL
    return not interval["low"] <= none_at <= interval["high"] and (p is None or p < 1 - LEVEL)


def joined(parts: list[str]) -> str:
    """What stands in brackets behind a sentence; what is not told is left out."""
    return "; ".join(filter(None, parts))
