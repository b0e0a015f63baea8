"""Every result in tables, block by block, with the key that names it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from core.charts.figures import figure
from impact_study.rules.result_words import BECAUSE, FIGURES, METHODS, told
from impact_study.rules.statistics.codes import Because
from impact_study.rules.study_document.content import Block, Sheet, Words
from impact_study.rules.study_document.material import Material
from impact_study.rules.study_document.reading import Result, is_told, quoted
from impact_study.rules.study_document.sample import stayed_items_sheet
from impact_study.rules.study_document.scales import NONE, people
from impact_study.rules.study_document.sections import group_order
from impact_study.rules.wording import decimals, p_words, percent

TOLD_FIRST = (
    "difference", "net_share", "rank_biserial", "change", "alpha", "spearman_brown", "mean", "cramers_v", "odds_ratio",
    "coefficient", "eta_squared", "epsilon_squared", "kendall_w", "complete", "design_effect",
)  # fmt: skip
"""The figure of a result that its row tells."""
SHARES = {"change", "net_share"}
ALWAYS = 3
"""Columns that are there even where they say nothing."""


def annex_blocks(material: Material) -> Iterator[Block]:
    known = {block["code"]: block for block in material.plan["blocks"]}
    ordered = sorted(material.results, key=lambda each: group_order(each["groups"]))
    silent = []
    for code, grouped in groupby(ordered, key=lambda each: each["block"]):
        found = list(grouped)
        if not any(map(is_told, found)):
            silent.append(code)
            continue
        yield block_sheet(code, material.names.block(known[code]) if code in known else code, found, material)
    if silent:
        words = _("Too few people answered for anything to be shown of these blocks of the plan: %(blocks)s.")
        yield Words([words % {"blocks": ", ".join(silent)}])
    if (stayed := stayed_items_sheet(material)).rows:
        yield stayed
    if framework := [(code, codes) for code, codes in material.frameworks.items() if _is_asked(code, material)]:
        rows = [(quoted(material.names, code), ", ".join(codes)) for code, codes in framework]
        note = _("E: European framework for quality and effective apprenticeships. Q: EQAVET indicator. "
                 "L: Kirkpatrick's level.")  # fmt: skip
        yield Sheet(_("Questions and the frameworks they speak to"), (_("Question"), _("Codes")), rows, note=note)


def _is_asked(code: str, material: Material) -> bool:
    return any(each["variable"] == code for each in material.results)


def block_sheet(code: str, title: str, found: list[Result], material: Material) -> Sheet:
    rows = [
        (
            each["key"].removeprefix(f"{code}."), _who(each, material), people(each, material), missing_words(each),
            *_figure(each), _p(each, raw=True), _p(each),
        )
        for each in found
    ]  # fmt: skip
    head = (
        _("Key"), _("Question, wave, who"), _("n"), _("Missing"), _("Figure"), _("95% interval"), _("p"),
        _("p, corrected"),
    )  # fmt: skip
    used = dict.fromkeys(told(METHODS, each["method"]) for each in found if each["method"])
    words = {"code": f"{code}.", "methods": ", ".join(used)}
    note = _("Keys begin with “%(code)s”. Methods: %(methods)s.") % words
    kept = [place for place in range(len(head)) if place < ALWAYS or any(row[place] != NONE for row in rows)]
    return Sheet(
        f"{title} ({code})", [head[place] for place in kept], [[row[place] for place in kept] for row in rows],
        frozenset(range(2, len(kept))), note,
    )  # fmt: skip


def _who(each: Result, material: Material) -> str:
    names = material.names
    other = f" × {quoted(names, each['other'])}" if each["other"] else ""
    waves = names.waves(each) if each["where"].get("wave") or each["waves"] else ""
    return " · ".join(filter(None, (quoted(names, each["variable"]) + other, waves, names.place(each))))


def missing_words(each: Result) -> str:
    """How many answers are missing for any reason; nothing where one of the reasons is hidden."""
    numbers = each["missing"].values()
    return NONE if None in numbers or each["n"] is None else figure(sum(numbers))


def _figure(each: Result) -> tuple[str, str]:
    result = each["result"]
    if result["result"] == "withheld":
        return _("hidden"), NONE
    if result["result"] == "not_computed":
        return _("n < 10") if result["because"] == Because.BELOW_MINIMUM else told(BECAUSE, result["because"]), NONE
    if result["result"] == "closed_item":
        return _share(result.get("top_two"))
    for name in TOLD_FIRST:
        if result.get(name) is not None:
            written = _written(name, result[name])
            ends = result.get("interval")
            low_high = tuple(_written(name, ends[end]) for end in ("low", "high")) if ends else ()
            return f"{told(FIGURES, name)} {written}", " – ".join(low_high) or NONE
    return NONE, NONE


def _share(top: Mapping[str, Any] | None) -> tuple[str, str]:
    if not top or "share" not in top:
        return NONE, NONE
    ends = " – ".join(percent(top["interval"][end]) for end in ("low", "high"))
    return _("Two highest %(share)s") % {"share": percent(top["share"])}, ends


def _written(name: str, value: float) -> str:
    if name in SHARES:
        return percent(value)
    return figure(value) if isinstance(value, int) else decimals(value)


def _p(each: Result, *, raw: bool = False) -> str:
    p = each["p"] if raw else each["p_adjusted"]
    return NONE if p is None else p_words(p).removeprefix("p = ").removeprefix("p ")
