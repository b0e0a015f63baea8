"""Different people in several groups, sorted out: which are large enough to be compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from impact_study.rules.statistics.codes import Because, Caution, Method, Rule
from impact_study.rules.statistics.columns import (
    Floats,
    Groups,
    complete_rows,
    floats,
)
from impact_study.rules.statistics.results import MINIMUM_FOR_TESTS, NotComputed
from impact_study.rules.statistics.two_groups import groups_lack


@dataclass(frozen=True)
class SortedGroups:
    kept: dict[str, Floats]
    left_out: tuple[str, ...]
    missing: Mapping[str, int]
    because: Because | None

    @property
    def sizes(self) -> dict[str, int]:
        return {name: len(values) for name, values in self.kept.items()}

    @property
    def warnings(self) -> tuple[Caution, ...]:
        return (Caution.GROUPS_LEFT_OUT,) if self.left_out else ()

    def refused(self, method: Method, rule: Rule) -> NotComputed | None:
        if self.because is None:
            return None
        return NotComputed(
            because=self.because,
            n=sum(self.sizes.values()),
            method=method,
            rule=rule,
            missing=self.missing,
            needed=MINIMUM_FOR_TESTS,
        )


def sort_out(values: npt.ArrayLike, groups: npt.ArrayLike | Groups, missing: Mapping[str, int] | None) -> SortedGroups:
    column = floats(values)
    valid = ~np.isnan(column)
    (kept,), reasons = complete_rows(column, missing=missing)
    everyone = {name: kept[places] for name, places in Groups.of(groups)[valid].places().items()}
    large = {name: part for name, part in everyone.items() if len(part) >= MINIMUM_FOR_TESTS}
    if len(large) < 2:
        return SortedGroups(everyone, (), reasons, groups_lack(list(everyone.values())) or Because.BELOW_MINIMUM)
    return SortedGroups(
        large, tuple(name for name in everyone if name not in large), reasons, groups_lack(list(large.values()))
    )
