"""What every block works on: the responses, the plan, people linked once and then kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from impact_study.rules.linking import Linked, link
from impact_study.rules.plan import Block, Plan, Scale
from impact_study.rules.responses import Responses
from impact_study.rules.statistics.codes import Because
from impact_study.rules.statistics.results import NotComputed
from impact_study.rules.statistics.weights import Weighting, rake
from impact_study.rules.variables import Variable

type Where = dict[str, str]


@dataclass(frozen=True)
class Fieldwork:
    """What is known of a wave beside its answers; nothing where no list exists."""

    wave: str
    group: str = ""
    invited: int | None = None
    reached: int | None = None
    started: int | None = None
    break_off: Mapping[str, int] = field(default_factory=dict)


@dataclass
class StudyData:
    plan: Plan
    responses: Responses
    started: Mapping[tuple[str, str], int]
    fieldwork: Sequence[Fieldwork] = ()
    seed: int = 0
    _linked: dict[tuple[str, ...], Linked] = field(default_factory=dict)
    _weights: dict[str, Weighting | NotComputed] = field(default_factory=dict)

    @property
    def scales(self) -> dict[str, Scale]:
        return {scale.code: scale for scale in self.plan.scales}

    def variable(self, code: str) -> Variable:
        return self.responses.codebook[code]

    def waves(self, block: Block) -> tuple[str, ...]:
        return block.waves or self.plan.waves

    def of(self, block: Block) -> Responses:
        """The people a block takes in, with the columns it works on."""
        return self.responses.with_columns_of("wave", "group", *self.columns(block)).only(group=block.groups)

    def columns(self, block: Block) -> tuple[str, ...]:
        items = (item for code in block.variables if code in self.scales for item in self.scales[code].items)
        margins = (self.plan.margins or {}) if block.weighted else {}
        return (*block.variables, block.by, block.strata, *block.breakdowns, *items, *margins)

    def per_wave(self, block: Block) -> Iterator[tuple[Where, Responses]]:
        """Waves are never mixed in one figure."""
        taken_in = self.of(block)
        for wave in self.waves(block):
            yield {"wave": wave}, taken_in.only(wave=[wave])

    def with_breakdowns(self, block: Block) -> Iterator[tuple[Where, Responses]]:
        """Each wave as a whole, then in parts."""
        for where, responses in self.per_wave(block):
            yield where, responses
            for column in block.breakdowns:
                for value, part in responses.parts(column):
                    yield {**where, column: value}, part

    def linked(self, block: Block) -> Linked:
        """The same people over the waves; many blocks ask for the same ones."""
        waves = self.waves(block)
        asked = (*waves, "|", *block.groups)
        if asked not in self._linked:
            self._linked[asked] = link(self.responses.only(group=block.groups), waves)
        return self._linked[asked].with_columns_of(*self.columns(block))

    def weights(self, wave: str) -> Weighting | NotComputed:
        if wave not in self._weights:
            responses, margins = self.responses.only(wave=[wave]), self.plan.margins or {}
            self._weights[wave] = rake({column: responses.groups(column) for column in margins}, margins)
        return self._weights[wave]


def unknown(n: int = 0) -> NotComputed:
    """The snapshot has no column that the plan counted on."""
    return NotComputed(because=Because.UNKNOWN_VARIABLE, n=n)
