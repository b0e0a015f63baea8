"""What of a block is looked at: everybody, all parts of one kind beside each other, or one part alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from core.charts import ChartSpec
from impact_study.rules.result_charts import charts_of
from impact_study.rules.result_names import Names
from impact_study.rules.result_words import METHODS, RULES, told
from impact_study.rules.study_document.reading import finding_sentences, is_told
from impact_study.rules.study_document.statement import statement

type Finding = Mapping[str, Any]
WHOLE = {"wave", "group"}


def is_seen(finding: Finding, by: str) -> bool:
    """`by` is "" for everybody, "country" for the whole and each country, "country=ES" for one of them."""
    parts = {column: value for column, value in finding["where"].items() if column not in WHOLE}
    column, _is, value = by.partition("=")
    if value:
        return finding["where"].get(column) == value
    return not parts or (bool(by) and set(parts) == {column})


def columns_in(findings: Sequence[Finding]) -> list[str]:
    """By what the block was broken down."""
    return list(dict.fromkeys(column for each in findings for column in each["where"] if column not in WHOLE))


def places_in(findings: Sequence[Finding]) -> list[tuple[str, str]]:
    """Column and value of everything one can look at alone."""
    return list(
        dict.fromkeys(pair for each in findings for pair in each["where"].items() if pair[0] != "wave")
    )  # fmt: skip


def drawn(
    findings: Sequence[Finding], names: Names, *, by: str, minimum: int, source: str
) -> Iterator[tuple[str, ChartSpec]]:
    """The charts with the finding as a sentence and how it was found; parts beside each other, by question."""
    if by and "=" not in by:
        for variable in dict.fromkeys(str(each["variable"]) for each in findings):
            mine = [each for each in findings if each["variable"] == variable]
            for key, spec in charts_of(mine, names, minimum=minimum, source=source):
                if key != "slopes":
                    title = f"{names.variable(variable)}: {spec.title}"
                    yield f"{variable}-{key}", _explained(replace(spec, title=title), mine, names)
    else:
        for key, spec in charts_of(findings, names, minimum=minimum, source=source):
            shown = [each for each in findings if names.variable(each["variable"]) in _labels(spec)]
            yield key, _explained(spec, shown or findings, names)


def _labels(spec: ChartSpec) -> str:
    return " ".join(map(str, (spec.title, *spec.categories)))


def _explained(spec: ChartSpec, findings: Sequence[Finding], names: Names) -> ChartSpec:
    methods = dict.fromkeys((each["method"], each["rule"]) for each in findings if is_told(each) and each["method"])
    how = [
        _("%(method)s (chosen because: %(rule)s)") % {"method": told(METHODS, method), "rule": told(RULES, rule)}
        for method, rule in methods
    ]
    note = "; ".join(filter(None, (str(spec.note).rstrip("."), *how)))
    return replace(spec, statement=headline(findings, names), note=note)


def headline(findings: Sequence[Finding], names: Names) -> str:
    """One finding in its own sentence; of several, how many changed; of answers, where agreement was highest.

    A whole is not counted among its parts.
    """
    figures = [each for each in findings if is_told(each)]
    if len(figures) == 1:
        return finding_sentences(figures[0], names, causal=False)[0]
    parts = [each for each in figures if set(each["where"]) - WHOLE]
    if (
        not (counted := statement(parts or figures))
        and (best := max(figures, key=_agreement, default=None)) is not None
    ):
        sentence = finding_sentences(best, names, causal=False)[0]
        return _("Highest: %(finding)s") % {"finding": sentence} if _agreement(best) >= 0 else ""
    return counted


def _agreement(finding: Finding) -> float:
    top = finding["result"].get("top_two") or {}
    return float(top.get("share", -1))
