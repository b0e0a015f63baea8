"""Protected results as charts. They read nothing else, so nothing hidden can come into a drawing or its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from core.charts import ChartSpec, Kind
from impact_study.rules.result_names import Names

FIGURES = {"mean": gettext_lazy("Mean"), "difference": pgettext_lazy("a figure", "Change")}

type Findings = Sequence[Mapping[str, Any]]


def charts_of(findings: Findings, names: Names, *, minimum: int, source: str) -> Iterator[tuple[str, ChartSpec]]:
    """The charts of a block, each under a key of its own."""
    for kind, draw in DRAWN.items():
        mine = [each for each in findings if each["kind"] == kind]
        if mine:
            yield from draw(mine, names, minimum, source)


def _items(findings: Findings, names: Names, minimum: int, source: str) -> Iterator[tuple[str, ChartSpec]]:
    """Questions that share a scale stand in one drawing a wave; any other has its own."""
    families: dict[tuple[str, ...], list[Mapping[str, Any]]] = {}
    for each in findings:
        if each["result"].get("result") != "closed_item":
            continue
        family = names.answers(each) if names.is_ordered(each["variable"]) else (each["key"],)
        place = (names.waves(each), *(f"{column}={value}" for column, value in each["where"].items()))
        families.setdefault((*place, *family), []).append(each)
    for number, (family, mine) in enumerate(families.items(), 1):
        ordered = names.is_ordered(mine[0]["variable"])
        title = " · ".join(filter(None, (family[0], names.place(mine[0]))))
        yield f"items-{number}", (_agreement if ordered else _bars)(mine, names, title, minimum, source)


def _agreement(findings: Findings, names: Names, title: str, minimum: int, source: str) -> ChartSpec:
    first = findings[0]
    codes = list(first["result"]["choices"])
    counts, small, beside = cells_of([[each["result"]["choices"][code] for code in codes] for each in findings])
    return ChartSpec(
        kind=Kind.DIVERGING, title=title, categories=tuple(names.variable(each["variable"]) for each in findings),
        series=tuple(names.choice(first["variable"], code) for code in codes), values=counts, hidden=small,
        hidden_too=beside, minimum=minimum, row_n=tuple(each["n"] for each in findings), source=source,
    )  # fmt: skip


def _bars(findings: Findings, names: Names, title: str, minimum: int, source: str) -> ChartSpec:
    (each,) = findings
    shares = each["result"]["choices"]
    counts, small, beside = cells_of([[share] for share in shares.values()])
    return ChartSpec(
        kind=Kind.BARS, title=f"{names.variable(each['variable'])} ({title})", series=(_("People"),), values=counts,
        categories=tuple(names.choice(each["variable"], code) for code in shares), hidden=small, hidden_too=beside,
        minimum=minimum, n=each["n"], missing=missing_in(each), source=source,
    )  # fmt: skip


def cells_of(rows: Sequence[Sequence[Mapping[str, Any]]]) -> tuple[Any, frozenset[Any], frozenset[Any]]:
    small: set[tuple[int, int]] = set()
    beside: set[tuple[int, int]] = set()
    for place, row in enumerate(rows):
        for column, share in enumerate(row):
            if why := share.get("withheld"):
                (small if why == "small" else beside).add((place, column))
    counts = tuple(tuple(share.get("count") for share in row) for row in rows)
    return counts, frozenset(small), frozenset(beside)


def missing_in(finding: Mapping[str, Any]) -> int | None:
    """How many gave no answer; unknown where a reason is hidden."""
    numbers = finding["missing"].values()
    return None if None in numbers else sum(numbers)


def _scores(findings: Findings, names: Names, minimum: int, source: str) -> Iterator[tuple[str, ChartSpec]]:
    waves = list(dict.fromkeys(names.waves(each) for each in findings))
    for number, wave in enumerate(waves, 1):
        mine = [each for each in findings if names.waves(each) == wave and not _is_not_computed(each)]
        rows = [(each, each["result"], "mean") for each in mine]
        if rows:
            title = _("Means with their intervals: %(wave)s") % {"wave": wave}
            yield f"scores-{number}", _intervals(rows, names, title, minimum, source)


def _changes(findings: Findings, names: Names, minimum: int, source: str) -> Iterator[tuple[str, ChartSpec]]:
    """Before and after as slopes, then what changed, with intervals, for the whole and its parts."""
    for number, alike in enumerate(axes_of(findings, names)):
        suffix = f"-{number}" if number else ""
        told = [each for each in alike if not each["where"] and "mean" in (each["beside"].get("before") or {})]
        if told:
            yield f"slopes{suffix}", _slopes(told, names, minimum, source)
        rows = [(each, _scores_of(each), "difference") for each in alike if not _is_not_computed(each)]
        rows = [row for row in rows if row[1].get("difference") is not None or row[1].get("result") == "withheld"]
        if rows:
            yield f"changes{suffix}", _intervals(rows, names, _("Change with its interval"), minimum, source)


def axes_of(findings: Findings, names: Names) -> list[list[Mapping[str, Any]]]:
    """What can be drawn together: answers on one scale, scores of one range; any other number stands alone."""
    axes: dict[tuple[object, ...], list[Mapping[str, Any]]] = {}
    for each in findings:
        if each["result"].get("result") != "paired_yes_no":  # a share is told in words and in the table
            axis = names.axis(each["variable"]) or ("alone", each["variable"])
            axes.setdefault(axis, []).append(each)
    return list(axes.values())


def _slopes(told: Findings, names: Names, minimum: int, source: str) -> ChartSpec:
    return ChartSpec(
        kind=Kind.SLOPE, title=_("Before and after"), series=(_("Before"), _("After")),
        values=tuple((each["beside"]["before"]["mean"], each["beside"]["after"]["mean"]) for each in told),
        categories=tuple(names.variable(each["variable"]) for each in told), minimum=minimum, source=source,
        n=min(each["n"] for each in told), note=_("Means of the same people; n is the smallest of the rows."),
        decimals=2,
    )  # fmt: skip


def _scores_of(finding: Mapping[str, Any]) -> Mapping[str, Any]:
    """The difference of means stands in the result, or beside a test of ranks."""
    result = finding["result"]
    return (
        result
        if "difference" in result or result.get("result") == "withheld"
        else finding["beside"].get("scores") or {}
    )


def _is_not_computed(finding: Mapping[str, Any]) -> bool:
    return bool(finding["result"].get("result") == "not_computed")


def _intervals(
    rows: Sequence[tuple[Mapping[str, Any], Mapping[str, Any], str]],
    names: Names,
    title: str,
    minimum: int,
    source: str,
) -> ChartSpec:
    values: list[tuple[float | None, ...]] = []
    small: set[tuple[int, int]] = set()
    beside: set[tuple[int, int]] = set()
    for place, (_finding, figures, name) in enumerate(rows):
        interval = figures.get("interval") or {}
        values.append((figures.get(name), interval.get("low"), interval.get("high")))
        if figures.get("result") == "withheld":
            (small if figures["why"] == "small" else beside).add((place, 0))
    labels = [" · ".join(filter(None, (names.variable(each["variable"]), names.place(each)))) for each, _f, _n in rows]
    return ChartSpec(
        kind=Kind.DOTS, title=title, categories=tuple(labels), values=tuple(values), decimals=2, minimum=minimum,
        series=(FIGURES[rows[0][2]], _("Low"), _("High")), hidden=frozenset(small), hidden_too=frozenset(beside),
        row_n=tuple(each["n"] for each, _f, _n in rows), source=source,
        note=_("Strips are 95% intervals."),
    )  # fmt: skip


DRAWN = {
    "describe_item": _items,
    "describe_score": _scores,
    "compare_paired": _changes,
}
