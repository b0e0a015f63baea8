"""Items put on short pages: a table of at most six statements, or at most three single questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile
from math import ceil

from impact_study.enums import QuestionType
from impact_study.instruments.bank import STATEMENTS, BankItem
from impact_study.instruments.items import questions, row
from impact_study.instruments.words import words
from impact_study.rules.definition import Item, Matrix, Page

MOST_ROWS, FEWEST_ROWS, MOST_QUESTIONS = 6, 3, 3


def pages_of(items: Sequence[BankItem], *, looking_back: bool) -> list[Page]:
    pages: list[Page] = []
    for number, part in enumerate(parts_of(items), start=1):
        title = page_title(part)
        code = f"{title.removeprefix('page.')}_{number}"
        statements = part[0].scale in STATEMENTS
        shown = _tables(part, number, looking_back=looking_back) if statements else _singles(part)
        pages += [
            Page(code if place == 0 else f"{code}_{place + 1}", tuple(some), title)
            for place, some in enumerate(_split(shown, 2 if statements else MOST_QUESTIONS))
        ]
    return pages


def page_title(part: Sequence[BankItem]) -> str:
    modules = {item.module for item in part}
    key = f"page.{part[0].module}"
    if len(modules) == 1 and key in words("en"):
        return key
    return "page.statements" if part[0].scale in STATEMENTS else "page.overall"


def parts_of(items: Sequence[BankItem]) -> Iterator[list[BankItem]]:
    """Items that share a page: of one module and scale; small modules of one scale are put together."""
    runs = [list(run) for _key, run in groupby(_in_order(items), key=_together)]
    joined: list[list[BankItem]] = []
    for run in runs:
        last = joined[-1] if joined else []
        small = min(len(run), len(last)) < FEWEST_ROWS and len(run) + len(last) <= MOST_ROWS
        if last and small and _kind(run[0]) == _kind(last[0]) and run[0].scale in STATEMENTS:
            last += run
        else:
            joined.append(run)
    for run in joined:
        yield from _split(run, MOST_ROWS) if run[0].scale in STATEMENTS else [run]


def _in_order(items: Sequence[BankItem]) -> list[BankItem]:
    """What opens a questionnaire stays first; then the statements, then the other single questions."""
    opening = list(takewhile(lambda item: item.scale not in STATEMENTS, items))
    rest = items[len(opening) :]
    return [*opening, *sorted(rest, key=lambda item: item.scale not in STATEMENTS)]


def _together(item: BankItem) -> tuple[str, str]:
    """Statements stay with their module; single questions share pages."""
    return (item.module if item.scale in STATEMENTS else "", _kind(item))


def _kind(item: BankItem) -> str:
    return item.scale if item.scale in STATEMENTS else "single"


def _split[T](things: Sequence[T], most: int) -> Iterator[list[T]]:
    """Pieces of nearly one size, none above the most."""
    pieces = ceil(len(things) / most)
    for piece in range(pieces):
        yield list(things[piece * len(things) // pieces : (piece + 1) * len(things) // pieces])


def _tables(part: Sequence[BankItem], number: int, *, looking_back: bool) -> list[Item]:
    if not looking_back:
        return [_table(part, f"table_{number}", f"stem.{part[0].scale}")]
    return [
        _table(part, f"table_{number}_before", f"stem.{part[0].scale}.before"),
        _table(part, f"table_{number}_today", f"stem.{part[0].scale}.today", "_today"),
    ]


def _table(part: Sequence[BankItem], code: str, stem: str, ending: str = "") -> Matrix:
    rows = tuple(row(item, ending) for item in part)
    return Matrix(code, QuestionType.MATRIX_SINGLE, stem, part[0].scale, rows)


def _singles(part: Iterable[BankItem]) -> list[Item]:
    return [question for item in part for question in questions(item)]
