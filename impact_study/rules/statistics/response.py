"""Who answered: response counts, break-off, and whether those who stayed differ from those who left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy.typing as npt

from impact_study.rules.statistics.codes import Because, Method, Rule
from impact_study.rules.statistics.proportions import Share, share_of
from impact_study.rules.statistics.results import NotComputed, Result
from impact_study.rules.statistics.two_groups import TwoGroupScores, two_group_scores


@dataclass(frozen=True, kw_only=True)
class ResponseCounts(Result):
    """`n` counts complete responses. The rate is complete among invited; "no list" where nobody was listed."""

    invited: int | None
    reached: int | None
    started: int
    complete: int
    partial: int
    completion: Share | None
    break_off: Mapping[str, int]
    rate: Share | NotComputed


@dataclass(frozen=True, kw_only=True)
class Linkage(Result):
    """`n` counts matched people; the match rate is of the first wave."""

    per_wave: Mapping[str, int]
    without_code: Mapping[str, int]
    duplicates: Mapping[str, int]
    match_rate: Share | NotComputed


@dataclass(frozen=True)
class Attrition:
    """The first-wave values of those who came back, less those of people who did not."""

    variable: str
    compared: TwoGroupScores | NotComputed


def response_counts(
    *,
    started: int,
    complete: int,
    invited: int | None = None,
    reached: int | None = None,
    break_off: Mapping[str, int] | None = None,
) -> ResponseCounts:
    """AAPOR: a rate needs a list of those who were asked; `break_off` counts the last page seen."""
    return ResponseCounts(
        method=Method.RESPONSE_COUNTS,
        rule=Rule.RESPONSE,
        n=complete,
        invited=invited,
        reached=reached,
        started=started,
        complete=complete,
        partial=started - complete,
        completion=share_of(complete, started) if started else None,
        break_off=break_off or {},
        rate=_rate(complete, invited),
    )


def _rate(complete: int, listed: int | None) -> Share | NotComputed:
    if listed is None or listed < complete:
        return NotComputed(because=Because.NO_LIST, n=complete, method=Method.RESPONSE_COUNTS, rule=Rule.RESPONSE)
    if not listed:
        return NotComputed(because=Because.ALL_MISSING, n=0, method=Method.RESPONSE_COUNTS, rule=Rule.RESPONSE)
    return share_of(complete, listed)


def linkage(
    *,
    matched: int,
    per_wave: Mapping[str, int],
    without_code: Mapping[str, int] | None = None,
    duplicates: Mapping[str, int] | None = None,
) -> Linkage:
    """The first named wave is the one people are matched from."""
    first = next(iter(per_wave.values()), 0)
    none = NotComputed(because=Because.ALL_MISSING, n=0, method=Method.CODE_LINKAGE, rule=Rule.LINKED_BY_CODE)
    return Linkage(
        method=Method.CODE_LINKAGE,
        rule=Rule.LINKED_BY_CODE,
        n=matched,
        per_wave=per_wave,
        without_code=without_code or {},
        duplicates=duplicates or {},
        match_rate=share_of(matched, first) if first else none,
    )


def attrition(variable: str, *, matched: npt.ArrayLike, unmatched: npt.ArrayLike) -> Attrition:
    return Attrition(variable, two_group_scores(matched, unmatched))
