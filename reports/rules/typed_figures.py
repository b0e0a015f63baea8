"""Figures that somebody typed into a text and that are not the counted ones."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from core.problems import Problem
from django.utils.translation import gettext as _

_NUMBER = re.compile(r"(?<![\d.,/-])(\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+|\d+)(?![\d/%-]|[.,]\d)")
_WORD = re.compile(r"[^\W\d_]{4,}")
_REACH = 3  # a number belongs to a word that begins at most so many words after it


@dataclass(frozen=True)
class Counted:
    """What was counted under a name: every figure of it that may rightly be quoted, the main one first."""

    name: str
    values: tuple[int, ...]


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
