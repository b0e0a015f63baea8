"""What the pages of results tell, read from stored results alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.charts import ChartSpec
from core.charts.figures import figure, percent
from impact_study.models import AnalysisRun
from impact_study.rules.result_names import Names
from impact_study.rules.result_views import columns_in, drawn, is_seen, places_in
from impact_study.rules.result_words import ABSENCES, BECAUSE, CAUTIONS, COLUMNS, FIGURES, METHODS, RULES, told
from impact_study.rules.study_document.reading import finding_sentences

SHARES = {"share_before", "share_after", "change", "net_share", "share"}
BESIDE = {
    "before": gettext_lazy("Before"), "after": gettext_lazy("After"), "scores": gettext_lazy("The same with means"),
    "ranks": gettext_lazy("The same with ranks"), "linkage": gettext_lazy("People found again"),
    "attrition": gettext_lazy("Who did not come back"), "weighting": gettext_lazy("Weights"),
    "groups": gettext_lazy("Each group"), "weighted": gettext_lazy("Weighted"),
}  # fmt: skip
COUNTED = {"higher", "same", "lower", "both_yes", "only_before", "only_after", "neither", "n_first", "n_second"}


@dataclass(frozen=True)
class Row:
    """One result in a list."""

    number: int
    name: str
    place: str
    wave: str
    n: str
    told: str
    p: str


@dataclass(frozen=True)
class BlockPage:
    """A block of a run with its charts and every result."""

    code: str
    title: str
    charts: Sequence[tuple[str, ChartSpec]] = ()
    sentences: Sequence[tuple[int, list[str]]] = ()
    rows: Sequence[Row] = ()
    is_exploratory: bool = False
    columns: Sequence[tuple[str, str]] = ()
    breakdowns: Sequence[tuple[str, str]] = ()


class RunPage:
    """Reads a run for whoever looks at it."""

    def __init__(self, run: AnalysisRun) -> None:
        self.run = run
        self.names = Names(run.snapshot.codebook if run.snapshot else {})
        self.minimum = max(5, run.study.minimum_group)

    @property
    def source(self) -> str:
        """The trace of every figure: run, plan and snapshot."""
        snapshot = self.run.snapshot
        words = {
            "run": self.run.number, "plan": self.run.plan.number, "snapshot": snapshot.number if snapshot else "–",
            "hash": snapshot.sha256[:8] if snapshot else "",
        }  # fmt: skip
        return _("run %(run)s of plan %(plan)s on snapshot %(snapshot)s (%(hash)s)") % words

    @cached_property
    def blocks(self) -> list[tuple[str, str]]:
        """Code and title of the blocks that have results."""
        return [(code, title) for _group, blocks in self.groups for code, title in blocks]

    @cached_property
    def groups(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """The blocks by the respondents they are about."""
        known = {block["code"]: block for block in self.run.plan.content["blocks"]}
        found: dict[str, list[tuple[str, str]]] = {}
        for code in dict.fromkeys(each["block"] for each in self.run.results):
            if block := known.get(code):
                names = ", ".join(self.names.value("group", group) for group in block.get("groups", ()))
                found.setdefault(names or _("Everybody"), []).append((code, self._title(block)))
        return list(found.items())

    def _title(self, block: Mapping[str, Any]) -> str:
        """With the waves where only some of them ask this."""
        waves = block.get("waves") or ()
        is_part = waves and len(waves) < len(self.run.plan.content.get("waves", ()))
        asked = " → ".join(self.names.value("wave", wave) for wave in waves)
        title = self.names.block(block)
        title = f"{title}, {asked}" if is_part else title
        return _("%(block)s (exploratory)") % {"block": title} if block.get("exploratory") else title

    def block(self, code: str, by: str = "") -> BlockPage:
        """`by` as in `rules.result_views`. The parts were protected together when the run was made."""
        numbered = [(number, each) for number, each in enumerate(self.run.results) if each["block"] == code]
        everything = [each for _number, each in numbered]
        shown = [(number, each) for number, each in numbered if is_seen(each, by)]
        findings = [each for _number, each in shown]
        return BlockPage(
            code=code,
            title=dict(self.blocks).get(code, code),
            charts=list(drawn(findings, self.names, by=by, minimum=self.minimum, source=self.source)),
            sentences=[
                (number, finding_sentences(each, self.names, causal=False))
                for number, each in shown
                if each["kind"] != "describe_item"
            ],
            rows=[self.row(number, each) for number, each in shown],
            is_exploratory=any(each["exploratory"] for each in findings),
            columns=[(column, told(COLUMNS, column)) for column in columns_in(everything)],
            breakdowns=[
                (f"{column}={value}", self.names.value(column, value)) for column, value in places_in(everything)
            ],
        )

    def row(self, number: int, finding: Mapping[str, Any]) -> Row:
        return Row(
            number, self.name_of(finding), self.names.place(finding), self.names.waves(finding), self.n_of(finding),
            self.summary(finding), self.p_of(finding),
        )  # fmt: skip

    def name_of(self, finding: Mapping[str, Any]) -> str:
        name = self.names.variable(finding["variable"])
        return f"{name} × {self.names.variable(finding['other'])}" if finding["other"] else name

    def n_of(self, finding: Mapping[str, Any]) -> str:
        if finding["n"] is None:
            return hidden_words(finding["result"].get("why", "small"), finding["result"].get("minimum", self.minimum))
        return figure(finding["n"])

    def summary(self, finding: Mapping[str, Any]) -> str:
        """The figure that matters first, or why there is none."""
        result = finding["result"]
        if result.get("result") == "withheld":
            return hidden_words(result["why"], result["minimum"])
        if result.get("result") == "not_computed":
            return _("Not computed, because %(reason)s.") % {"reason": told(BECAUSE, result["because"])}
        for name in ("difference", "change", "rank_biserial", "alpha", "mean", "cramers_v", "coefficient", "complete"):
            if result.get(name) is not None:
                return f"{told(FIGURES, name)}: {shown(name, result[name])}{self.interval(result)}"
        if top := result.get("top_two"):
            share = percent(top["share"]) if "share" in top else hidden_words(top["withheld"], self.minimum)
            return _("Two highest answers: %(share)s") % {"share": share}
        return "–"

    def interval(self, result: Mapping[str, Any]) -> str:
        if not result.get("interval"):
            return ""
        low, high = (figure(result["interval"][end], 2) for end in ("low", "high"))
        return " " + _("(%(low)s to %(high)s)") % {"low": low, "high": high}

    def p_of(self, finding: Mapping[str, Any]) -> str:
        return "–" if finding["p_adjusted"] is None else p_value(finding["p_adjusted"])

    def facts(self, finding: Mapping[str, Any]) -> list[tuple[str, str]]:
        """What a careful reader asks of one result."""
        facts = [(_("People (n)"), self.n_of(finding))]
        facts += [
            (told(ABSENCES, reason), hidden_words("small", self.minimum) if count is None else figure(count))
            for reason, count in finding["missing"].items()
        ]
        facts += [(_("Method"), told(METHODS, finding["method"])), (_("Chosen because"), told(RULES, finding["rule"]))]
        if finding["p"] is not None:
            facts.append((_("p, as computed"), p_value(finding["p"])))
            words = {"p": self.p_of(finding), "correction": correction(finding["correction"]), "n": finding["family"]}
            facts.append((_("p, corrected"), _("%(p)s (%(correction)s over %(n)s tests)") % words))
        day = self.run.finished_at and date_format(self.run.finished_at, "DATE_FORMAT")
        return [*facts, (_("Source"), self.source), (_("Computed"), day or "–")]

    def figures(self, finding: Mapping[str, Any]) -> list[tuple[str, list[tuple[str, str]]]]:
        """The result, then what stands beside it, each as a table of figures."""
        parts = [(told(METHODS, finding["method"]), finding["result"])]
        parts += [(beside_title(name), part) for name, part in finding["beside"].items() if isinstance(part, dict)]
        return [(title, rows) for title, part in parts if (rows := list(self._figures(part, finding)))]

    def _figures(self, part: Mapping[str, Any], finding: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        if "choices" in part:
            for code, share in part["choices"].items():
                yield self.names.choice(finding["variable"], code), self.share(share)
        if isinstance(part.get("n"), int):
            yield _("People (n)"), figure(part["n"])
        for name, label in FIGURES.items():
            value = part.get(name)
            if isinstance(value, Mapping) and "low" in value:
                yield str(label), f"{shown(name, value['low'])} – {shown(name, value['high'])}"
            elif isinstance(value, int | float) and not isinstance(value, bool):
                yield str(label), shown(name, value)
            elif name in COUNTED and name in part and value is None:
                yield str(label), hidden_words("small", self.minimum)

    def share(self, share: Mapping[str, Any]) -> str:
        if "withheld" in share:
            return hidden_words(share["withheld"], self.minimum)
        ends = {end: percent(share["interval"][end]) for end in ("low", "high")}
        return _("%(count)s · %(share)s (%(low)s to %(high)s)") % {
            "count": figure(share["count"]), "share": percent(share["share"]), **ends,
        }  # fmt: skip

    def warnings(self, finding: Mapping[str, Any]) -> list[str]:
        return [told(CAUTIONS, code) for code in finding["warnings"]]


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
