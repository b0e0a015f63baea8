"""What an analysis has to know about a question: its kind, its choices, which of them mean yes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, auto


class VariableKind(StrEnum):
    NUMBER = auto()
    SCALE = auto()
    SCORE = auto()
    CHOICE = auto()
    YES_NO = auto()
    MULTIPLE = auto()


NUMERIC = {VariableKind.NUMBER, VariableKind.SCALE, VariableKind.SCORE}
SHARES = {VariableKind.SCALE, VariableKind.CHOICE, VariableKind.YES_NO, VariableKind.MULTIPLE}


@dataclass(frozen=True)
class Choice:
    """`value` is what the column holds where the question is a scale."""

    code: str
    value: float | None = None


@dataclass(frozen=True)
class Variable:
    """A column of the snapshot. `top` are the choices of the top-two share, `yes` those that count as yes."""

    code: str
    kind: VariableKind
    choices: tuple[Choice, ...] = ()
    top: tuple[str, ...] = ()
    yes: tuple[str, ...] = ()


type Codebook = Mapping[str, Variable]
