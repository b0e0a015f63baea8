"""Which results a study speaks of, and in which words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from impact_study.rules.result_names import Names
from impact_study.rules.wording import sentences
from impact_study.rules.wording.figures import is_clear

type Result = Mapping[str, Any]

NO_FIGURE = {"withheld", "not_computed"}
SAMPLE = {"response", "weights"}
WHOLE = {"wave", "group"}
CHANGES = ("compare_paired", "compare_waves3", "change_between_groups", "compare_groups", "stratified")
MAIN = 8


def is_told(result: Result) -> bool:
    return result["result"]["result"] not in NO_FIGURE


def citable(results: Sequence[Result]) -> list[Result]:
    """Results on everybody that hold a figure: what others may cite. Parts and the sample itself are in the tables."""
    return [
        each
        for each in results
        if is_told(each) and each["kind"] not in SAMPLE and each["n"] and set(each["where"]) <= WHOLE
    ]


def main_findings(results: Sequence[Result]) -> list[Result]:
    """What a summary begins with: promised beforehand, about change, the clearest first."""
    promised = [each for each in citable(results) if not each["exploratory"] and each["kind"] in CHANGES]
    found = sorted(promised, key=lambda each: (CHANGES.index(each["kind"]), _p(each)))
    return found[:MAIN]


def clear_direction(result: Result) -> int:
    """1 where something rose clearly, -1 where it fell, 0 otherwise."""
    told = result["result"]
    value = next((told[name] for name in ("difference", "change", "rank_biserial") if told.get(name) is not None), 0)
    clear = is_clear(result, told.get("interval"))
    return (int(value > 0) - int(value < 0)) if clear else 0


def _p(result: Result) -> float:
    return 2.0 if result["p_adjusted"] is None else result["p_adjusted"]


def quoted(names: Names, variable: str) -> str:
    """Questions in quotation marks, scales by their names."""
    label = names.variable(variable).strip().rstrip(".")
    return _("“%(words)s”") % {"words": label} if names.choices(variable) else label


def name_of(result: Result, names: Names) -> str:
    """What a sentence is about: question or scale, respondent groups, part and wave."""
    where = result["where"]
    groups = [] if "group" in where else list(result["groups"])
    about = [
        ", ".join(names.value("group", group) for group in groups),
        *(names.value(column, value) for column, value in where.items()),
    ]
    told = ", ".join(filter(None, about))
    name = quoted(names, result["variable"])
    return f"{name} ({told})" if told else name


def finding_sentences(result: Result, names: Names, *, causal: bool) -> list[str]:
    def label(column: str, value: str) -> str:
        return names.value(column, value) if column else quoted(names, value)

    return sentences(result, name=name_of(result, names), causal=causal, label=label)


def anchor(key: str) -> str:
    """A result's key as the part of an address behind #."""
    return re.sub(r"[^A-Za-z0-9_.-]+", "-", key)
