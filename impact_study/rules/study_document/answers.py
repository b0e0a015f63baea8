"""Answers to single questions: agreement drawn wave under wave, other answers and numbers in tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.charts import ChartSpec, Kind
from core.charts.figures import figure
from impact_study.rules.result_charts import cells_of
from impact_study.rules.study_document.content import Block, Drawing, Sheet
from impact_study.rules.study_document.material import Material
from impact_study.rules.study_document.reading import Result, quoted
from impact_study.rules.study_document.scales import people, score_sheet
from impact_study.rules.study_document.sections import Results
from impact_study.rules.wording import percent

HIDDEN = "–"


def answer_blocks(found: Results, group: str, material: Material) -> Iterator[Block]:
    told = [each for each in found if each["result"]["result"] == "closed_item"]
    questions: dict[str, list[Result]] = {}
    for each in told:
        questions.setdefault(each["variable"], []).append(each)
    families: dict[tuple[str, ...], list[Result]] = {}
    for each in (each for mine in questions.values() for each in mine if material.names.is_ordered(each["variable"])):
        families.setdefault(material.names.answers(each), []).append(each)
    for number, mine in enumerate(each for each in families.values() if _is_drawn(each)):
        yield agreement(mine, group, f"{found[0]['block']}.items-{found[0]['variable']}-{number}", material)
    if left := [each for mine in families.values() if not _is_drawn(mine) for each in mine]:
        yield top_two_sheet(left, group, material)
    if numbers := [each for each in found if each["result"]["result"] == "number_summary"]:
        yield score_sheet(numbers, group, material, title=_("Numbers"))
    for variable, mine in questions.items():
        if not material.names.is_ordered(variable) and _is_seen(mine):
            yield answer_sheet(mine, group, material)


def _is_drawn(mine: Results) -> bool:
    """As long as a row shows all its answers; else only the share of the two highest is left to tell."""
    return any(all("count" in share for share in each["result"]["choices"].values()) for each in mine)


def agreement(mine: Results, group: str, key: str, material: Material) -> Drawing:
    names, codes = material.names, list(mine[0]["result"]["choices"])
    counts, small, beside = cells_of([[each["result"]["choices"][code] for code in codes] for each in mine])
    asked = len({each["variable"] for each in mine}) < len(mine)
    labels = [f"{names.variable(each['variable'])} · {names.waves(each)}" if asked else
              names.variable(each["variable"]) for each in mine]  # fmt: skip
    waves = "" if asked else f" · {names.waves(mine[0])}"
    return Drawing(key, ChartSpec(
        kind=Kind.DIVERGING, title=f"{group}{waves}", categories=tuple(labels),
        series=tuple(names.choice(mine[0]["variable"], code) for code in codes), values=counts, hidden=small,
        hidden_too=beside, minimum=material.minimum, row_n=tuple(each["n"] for each in mine),
        source=material.trace, as_of=material.run_on,
    ))  # fmt: skip


def top_two_sheet(mine: Results, group: str, material: Material) -> Sheet:
    head = (_("Question"), _("Wave"), _("n"), _("Two highest answers"), _("95% interval"))
    rows = [
        (quoted(material.names, each["variable"]), material.names.waves(each), people(each, material), *_top_two(each))
        for each in mine
    ]
    note = _("Too few people gave some of the answers to draw them one by one.")
    return Sheet(f"{group}: {_('Agreement')}", head, rows, frozenset({2, 3, 4}), note)


def _top_two(each: Result) -> tuple[str, str]:
    top = each["result"]["top_two"] or {}
    if "share" not in top:
        return HIDDEN, HIDDEN
    low, high = (percent(top["interval"][end]) for end in ("low", "high"))
    return percent(top["share"]), _("%(low)s to %(high)s") % {"low": low, "high": high}


def _is_seen(mine: Results) -> bool:
    return any("count" in share for each in mine for share in each["result"]["choices"].values())


def answer_sheet(mine: Results, group: str, material: Material) -> Sheet:
    """A row for each answer that can be told in some wave; the others stand together in the last."""
    names, codes = material.names, list(mine[0]["result"]["choices"])
    columns = [each["result"]["choices"] for each in mine]
    shown = [code for code in codes if any("count" in column.get(code, {}) for column in columns)]
    rows: list[Sequence[str]] = [
        (names.choice(mine[0]["variable"], code), *(_cell(column.get(code, {})) for column in columns))
        for code in shown
    ]
    if left := len(codes) - len(shown):
        words = ngettext("%(count)s other answer", "%(count)s other answers", left) % {"count": figure(left)}
        rows.append((words, *(_("hidden") for _column in columns)))
    head = [_("%(wave)s (n = %(n)s)") % {"wave": names.waves(each), "n": people(each, material)} for each in mine]
    title = f"{group}: {names.variable(mine[0]['variable'])}"
    return Sheet(title, (_("Answer"), *head), rows, frozenset(range(1, len(head) + 1)))


def _cell(share: Mapping[str, Any]) -> str:
    if "count" not in share:
        return _("hidden") if share else HIDDEN
    return f"{figure(share['count'])} ({percent(share['share'])})"
