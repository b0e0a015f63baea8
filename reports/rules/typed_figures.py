"""Figures that somebody typed into a text and that are not the counted ones."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from core.problems import Problem
from network.reporting import Table
from reports.rules.content import Document

_NUMBER = re.compile(r"(?<![\d.,/-])(\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+|\d+)(?!\s?%|[\d/-]|[.,]\d)")
_WORD = re.compile(r"[^\W\d_]{4,}")
_REACH = 3  # a number belongs to a word that begins at most so many words after it


@dataclass(frozen=True)
class Counted:
    """What was counted under a name: every figure of it that may rightly be quoted, the main one first."""

    name: str
    values: tuple[int, ...]


def counted_in(document: Document) -> list[Counted]:
    """Each figure's name with its value and target, and all that tables show in the row or column of that name."""
    found: dict[str, list[int]] = {}
    for _part, figure in document.figures():
        told = (figure.value, figure.target)
        found.setdefault(figure.label, []).extend(value for value in told if isinstance(value, int))
    for _part, table in document.tables():
        for name, value in _named_cells(table):
            if name in found:
                found[name].append(value)
    return [Counted(name, tuple(dict.fromkeys(values))) for name, values in found.items() if values]


def _named_cells(table: Table) -> Iterator[tuple[str, int]]:
    for row in table.rows:
        for head, value in zip(table.head, row, strict=False):
            if isinstance(value, int):
                yield str(row[0]), value
                yield str(head), value


def differing_figures(text: str, counted: Collection[Counted]) -> list[Problem]:
    """Numbers that stand before a category's name and are none of its figures."""
    stems = {stem: each for each in counted for stem in _stems(each.name)}
    found = []
    for number, words in _numbers(text):
        each = next((known for word in words for stem, known in stems.items() if word.startswith(stem)), None)
        if each and number not in each.values:
            found.append(_problem(number, each))
    return list(dict.fromkeys(found))


def _numbers(text: str) -> Iterator[tuple[int, list[str]]]:
    for match in _NUMBER.finditer(text):
        rest = text[match.end() : match.end() + 80]
        same_sentence = re.split(r"[.;:!?\n]|\d", rest, maxsplit=1)[0]
        yield int(re.sub(r"\D", "", match[1])), [word.lower() for word in _first_words(same_sentence)]


def _first_words(text: str) -> Iterable[str]:
    return re.findall(r"[^\W\d_]+", text)[:_REACH]


def _stems(name: str) -> list[str]:
    """The beginnings of a name's words, so that plural and case do not matter."""
    return [word.lower()[: max(4, len(word) - 2)] for word in _WORD.findall(name)]


def _problem(number: int, counted: Counted) -> Problem:
    words = {"number": number, "name": counted.name, "counted": counted.values[0]}
    return Problem(
        code="figure_differs",
        message=_("The text says %(number)d for “%(name)s”; counted are %(counted)d.") % words,
        remedy=_("Correct the text, or say in it what the number stands for."),
        warning=True,
    )
