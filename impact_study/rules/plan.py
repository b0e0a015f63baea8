"""The analysis plan: what will be computed, written down before anybody sees an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum, auto
from typing import Any, Self

from core.problems import ProblemsFound
from impact_study.enums import Linkage
from impact_study.rules.plan_reading import Reader
from impact_study.rules.statistics.codes import Correction, PercentOf, ScoreRule
from impact_study.rules.statistics.results import plain


class BlockKind(StrEnum):
    DESCRIBE_ITEM = auto()
    DESCRIBE_SCORE = auto()
    RELIABILITY = auto()
    COMPARE_PAIRED = auto()
    COMPARE_WAVES3 = auto()
    COMPARE_GROUPS = auto()
    CROSSTAB = auto()
    STRATIFIED = auto()
    ASSOCIATION = auto()
    CHANGE_BETWEEN_GROUPS = auto()
    WEIGHTS = auto()
    RESPONSE = auto()


@dataclass(frozen=True)
class Scale:
    """Items that make one score."""

    code: str
    items: tuple[str, ...]
    reversed_items: tuple[str, ...] = ()
    minimum: float = 1
    maximum: float = 5
    rule: ScoreRule = ScoreRule.MEAN
    least_share: float = 0.8

    @classmethod
    def read(cls, reader: Reader) -> Self:
        return cls(
            code=reader.code("code"),
            items=reader.texts("items", needed=True),
            reversed_items=reader.texts("reversed_items"),
            minimum=reader.number("minimum", 1),
            maximum=reader.number("maximum", 5),
            rule=reader.one_of(ScoreRule, "rule", ScoreRule.MEAN),
            least_share=reader.number("least_share", 0.8),
        )


@dataclass(frozen=True)
class Block:
    """One question put to the data. Its tests are one family.

    `groups` takes in respondent groups (none named: all), `by` is the column whose groups are compared,
    `reference` the group that others are held against, `breakdowns` the columns the whole is shown again by.
    """

    code: str
    kind: BlockKind
    variables: tuple[str, ...] = ()
    waves: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    by: str = ""
    strata: str = ""
    reference: str = ""
    breakdowns: tuple[str, ...] = ()
    percent_of: PercentOf = PercentOf.ROW
    exploratory: bool = False
    weighted: bool = False
    corrected_by: Correction | None = None

    @property
    def correction(self) -> Correction:
        return self.corrected_by or (Correction.BENJAMINI_HOCHBERG if self.exploratory else Correction.HOLM)

    @classmethod
    def read(cls, reader: Reader) -> Self:
        return cls(
            code=reader.code("code"),
            kind=reader.one_of(BlockKind, "kind"),
            variables=reader.texts("variables"),
            waves=reader.texts("waves"),
            groups=reader.texts("groups"),
            by=reader.text("by"),
            strata=reader.text("strata"),
            reference=reader.text("reference"),
            breakdowns=reader.texts("breakdowns"),
            percent_of=reader.one_of(PercentOf, "percent_of", PercentOf.ROW),
            exploratory=reader.flag("exploratory"),
            weighted=reader.flag("weighted"),
            corrected_by=reader.maybe_one_of(Correction, "corrected_by"),
        )


@dataclass(frozen=True)
class Plan:
    """`comparison_group` is the arm without the activity; only with one may the study speak of causes."""

    waves: tuple[str, ...]
    blocks: tuple[Block, ...]
    scales: tuple[Scale, ...] = ()
    linkage: Linkage = Linkage.CODE
    comparison_group: str = ""
    margins: Mapping[str, Mapping[str, float]] | None = None
    seed: int = 20_260_101

    def to_data(self) -> dict[str, Any]:
        return {each.name: plain(getattr(self, each.name)) for each in fields(self)}

    @classmethod
    def from_data(cls, data: Any) -> Self:
        """Raises ProblemsFound with everything that is wrong with the shape."""
        reader = Reader.of(data)
        plan = cls(
            waves=reader.texts("waves", needed=True),
            blocks=tuple(Block.read(part) for part in reader.parts("blocks", needed=True)),
            scales=tuple(Scale.read(part) for part in reader.parts("scales")),
            linkage=reader.one_of(Linkage, "linkage", Linkage.CODE),
            comparison_group=reader.text("comparison_group"),
            margins=reader.margins("margins"),
            seed=int(reader.number("seed", 20_260_101)),
        )
        if problems := reader.all_problems():
            raise ProblemsFound(problems)
        return plan
