"""A run as whoever looks at it reads it: its blocks, and the facts of each result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core.charts import ChartSpec
from core.charts.figures import figure
from impact_study.models import AnalysisRun
from impact_study.rules.result_names import Names
from impact_study.rules.result_views import columns_in, drawn, is_seen, places_in
from impact_study.rules.result_words import ABSENCES, COLUMNS, METHODS, RULES, told
from impact_study.rules.study_document.reading import finding_sentences
from impact_study.services.result_pages.rows import FindingRows, Row
from impact_study.services.result_pages.tables import FindingTables
from impact_study.services.result_pages.words import correction, hidden_words, p_value


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
        self.minimum = max(5, run.study.minimum_group)

    @cached_property
    def names(self) -> Names:
        """From the codebook, which is large and read when the first name is asked for."""
        return Names(self.run.snapshot.codebook if self.run.snapshot else {})

    @cached_property
    def rows(self) -> FindingRows:
        return FindingRows(self.names, self.minimum)

    @cached_property
    def tables(self) -> FindingTables:
        return FindingTables(self.names, self.minimum)

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
            rows=[self.rows.row(number, each) for number, each in shown],
            is_exploratory=any(each["exploratory"] for each in findings),
            columns=[(column, told(COLUMNS, column)) for column in columns_in(everything)],
            breakdowns=[
                (f"{column}={value}", self.names.value(column, value)) for column, value in places_in(everything)
            ],
        )

    def facts(self, finding: Mapping[str, Any]) -> list[tuple[str, str]]:
        """What a careful reader asks of one result."""
        facts = [(_("People (n)"), self.rows.n_of(finding))]
        facts += [
            (told(ABSENCES, reason), hidden_words("small", self.minimum) if count is None else figure(count))
            for reason, count in finding["missing"].items()
        ]
        facts += [(_("Method"), told(METHODS, finding["method"])), (_("Chosen because"), told(RULES, finding["rule"]))]
        if finding["p"] is not None:
            facts.append((_("p, as computed"), p_value(finding["p"])))
            words = {
                "p": self.rows.p_of(finding),
                "correction": correction(finding["correction"]),
                "n": finding["family"],
            }
            facts.append((_("p, corrected"), _("%(p)s (%(correction)s over %(n)s tests)") % words))
        day = self.run.finished_at and date_format(self.run.finished_at, "DATE_FORMAT")
        return [*facts, (_("Source"), self.source), (_("Computed"), day or "–")]
