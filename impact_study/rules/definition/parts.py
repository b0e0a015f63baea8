"""The parts of a questionnaire. Texts stand in as keys: who translates never touches the structure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from impact_study.enums import Missing, QuestionType, Required
from impact_study.rules.logic.trees import Tree

type Number = int | float


@dataclass(frozen=True)
class Choice:
    """One answer to tick. With a `missing` reason it is no value: "does not apply" is not the middle of a scale."""

    code: str
    text: str
    value: Number | None = None
    exclusive: bool = False
    missing: Missing | None = None

    @property
    def stands_alone(self) -> bool:
        return self.exclusive or self.missing is not None


@dataclass(frozen=True)
class ChoiceList:
    code: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Scale:
    """Items that make one score: the mean or the sum, if the minimum share of them is answered."""

    code: str
    items: tuple[str, ...]
    title: str = ""
    reversed: tuple[str, ...] = ()
    low: Number = 1
    high: Number = 5
    rule: str = "mean"
    minimum_share: Number = 0.8

    @property
    def span(self) -> tuple[Number, Number]:
        """The least and the greatest score."""
        items = len(self.items) if self.rule == "sum" else 1
        return self.low * items, self.high * items


@dataclass(frozen=True)
class TextItem:
    """Words between questions."""

    code: str
    text: str
    relevant: Tree = None


@dataclass(frozen=True)
class Question:
    """What is asked. `tags` are codes of frameworks (E02, Q06, L2).

    `scale_role`: filter (answers are broken down by it), outcome (asked before and after, and compared), item (any
    other item), screen (whoever it is true for is not in the target group), or empty.

    What `file_kinds`, `max_files` and `max_megabytes` mean where they are left out stands in `rules.files`.
    """

    code: str
    type: QuestionType
    text: str
    choices: str = ""
    required: Required = Required.NONE
    relevant: Tree = None
    constraint: Tree = None
    constraint_message: str = ""
    calculation: Tree = None
    default: str | Number | bool | tuple[str, ...] | None = None
    other: bool = False
    help: str = ""
    concept: str = ""
    personal: bool = False
    low: Number | None = None
    high: Number | None = None
    step: Number | None = None
    low_label: str = ""
    high_label: str = ""
    max_length: int | None = None
    file_kinds: tuple[str, ...] = ()
    max_files: int | None = None
    max_megabytes: int | None = None
    scale_role: str = ""
    tags: tuple[str, ...] = ()

    @property
    def is_computed(self) -> bool:
        return self.type == QuestionType.COMPUTED

    @property
    def other_code(self) -> str:
        """The field and key of the words beside "other"."""
        return f"{self.code}__other"


@dataclass(frozen=True)
class Matrix:
    """Statements under one stem that share a list of choices; each row is a question of its own."""

    code: str
    type: QuestionType
    text: str
    choices: str
    rows: tuple[Question, ...]
    relevant: Tree = None
    help: str = ""


type Item = Question | Matrix | TextItem


@dataclass(frozen=True)
class Page:
    code: str
    items: tuple[Item, ...]
    title: str = ""
    relevant: Tree = None

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        return tuple(question for item in self.items for question in questions_of(item))


def questions_of(item: Item) -> tuple[Question, ...]:
    """The questions an item asks: itself, its rows, or none."""
    if isinstance(item, Question):
        return (item,)
    return item.rows if isinstance(item, Matrix) else ()
