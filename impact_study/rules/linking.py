"""People found again in a later wave by the code they were given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import polars as pl

from impact_study.rules.responses import Responses, counted
from impact_study.rules.statistics.response import Linkage, linkage

KEYS = ["group", "code"]


@dataclass(frozen=True)
class Linked:
    """The same people in each wave, in the same order; `stayed` and `left` are the first wave's."""

    waves: tuple[Responses, ...]
    stayed: Responses
    left: Responses
    report: Linkage

    @property
    def first(self) -> Responses:
        return self.waves[0]

    def part(self, column: str, value: str) -> Linked:
        """People who had this value in the first wave."""
        return self.rows((self.first.frame[column].cast(pl.String) == value).fill_null(value=False).arg_true())

    def rows(self, places: pl.Series) -> Linked:
        return replace(self, waves=tuple(wave.rows(places) for wave in self.waves))

    def missing(self, code: str) -> dict[str, int]:
        """People who lack the answer in a wave, under the reason of the first such wave."""
        told = pl.Series([None] * len(self.first), dtype=pl.String)
        for wave in self.waves:
            told = told.fill_null(wave.reasons(code).set(wave.frame[code].is_not_null(), None))
        return counted(told.drop_nulls())

    def with_columns_of(self, *names: str) -> Linked:
        return replace(
            self,
            waves=tuple(wave.with_columns_of(*names) for wave in self.waves),
            stayed=self.stayed.with_columns_of(*names),
            left=self.left.with_columns_of(*names),
        )


def link(responses: Responses, waves: Sequence[str]) -> Linked:
    """Exactly the same code in the same respondent group; of a code used twice in a wave the last day's stays."""
    whole = [responses.only(wave=[wave]) for wave in waves]
    coded = [_by_day(wave.frame.filter(pl.col("code").is_not_null())) for wave in whole]
    single = [frame.unique(KEYS, keep="last", maintain_order=True).with_row_index("row") for frame in coded]
    people = single[0].select(*KEYS, row_0="row")
    for place, frame in enumerate(single[1:], start=1):
        people = people.join(
            frame.select(*KEYS, **{f"row_{place}": "row"}), on=KEYS, how="inner", maintain_order="left"
        )
    found = tuple(Responses(frame[people[f"row_{place}"]], responses.codebook) for place, frame in enumerate(single))
    apart = single[0].join(people.select(KEYS), on=KEYS, how="anti", maintain_order="left").drop("row")
    without_code = whole[0].frame.filter(pl.col("code").is_null())
    return Linked(
        waves=found,
        stayed=found[0],
        left=Responses(pl.concat([apart, without_code]), responses.codebook),
        report=linkage(
            matched=people.height,
            per_wave={
                wave: frame.height + len(all_rows) - given.height
                for wave, all_rows, given, frame in zip(waves, whole, coded, single, strict=True)
            },
            without_code={wave: len(a) - b.height for wave, a, b in zip(waves, whole, coded, strict=True)},
            duplicates={wave: a.height - b.height for wave, a, b in zip(waves, coded, single, strict=True)},
        ),
    )


def _by_day(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.sort("day", maintain_order=True) if "day" in frame.columns else frame
