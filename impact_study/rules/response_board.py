"""How far the asking is: counted steps added up by wave, partner and country. Counters in, figures out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from impact_study.enums import CountedStep

SMALLEST_LIST = 5


@dataclass(frozen=True)
class Count:
    """So many respondents did this."""

    wave: int
    partner: int
    country: str
    language: str
    step: str
    number: int


@dataclass(frozen=True)
class Line:
    """One row of the board. Without a list of those asked there is no rate."""

    label: str
    target: int | None = None
    reached: int = 0
    started: int = 0
    answered: int = 0
    screened_out: int = 0
    withdrawn: int = 0
    asked: int | None = None
    done: int | None = None
    key: str = ""
    note: str = ""

    @property
    def completion(self) -> float | None:
        """Of those who began, the share that finished."""
        finished = self.answered + self.screened_out + self.withdrawn
        return round(100 * min(finished, self.started) / self.started, 1) if self.started else None

    @property
    def rate(self) -> float | None:
        done = self.answered if self.done is None else self.done
        if not self.asked or self.asked < SMALLEST_LIST:
            return None
        return round(min(100.0, 100 * done / self.asked), 1)

    @property
    def of_target(self) -> float | None:
        return round(100 * self.answered / self.target, 1) if self.target else None

    def as_data(self) -> dict[str, object]:
        return {
            "key": self.key, "label": self.label, "target": self.target, "answered": self.answered,
            "percent_of_target": self.of_target, "opened": self.reached, "started": self.started,
            "screened_out": self.screened_out, "withdrawn": self.withdrawn, "completion": self.completion,
            "asked": self.asked, "rate": self.rate,
        }  # fmt: skip


@dataclass(frozen=True)
class PageLine:
    """How many passed a page, and how many stopped at it."""

    code: str
    title: str
    passed: int
    stopped: int
    share: float | None


@dataclass(frozen=True)
class ResponseBoard:
    total: Line
    waves: Sequence[Line]
    partners: Sequence[Line]
    groups: Sequence[Line]
    countries: Sequence[Line]
    languages: Sequence[str]
    by_language: Sequence[tuple[str, Sequence[str]]]
    pages: Sequence[PageLine] = field(default_factory=tuple)

    def as_data(self) -> dict[str, object]:
        """The same figures for programs."""
        return {
            "total": self.total.as_data(),
            "groups": [line.as_data() for line in self.groups],
            "waves": [line.as_data() for line in self.waves],
            "partners": [line.as_data() for line in self.partners],
            "countries": [line.as_data() for line in self.countries],
            "languages": list(self.languages),
            "country_by_language": [{"country": country, "cells": list(cells)} for country, cells in self.by_language],
            "pages": [vars(page) for page in self.pages],
        }


def line(counts: Iterable[Count], *, label: str, **values: object) -> Line:
    """The counts of one row added up."""
    steps: Counter[str] = Counter()
    for count in counts:
        steps[count.step] += count.number
    return Line(
        label=label, reached=steps[CountedStep.REACHED], started=steps[CountedStep.STARTED],
        answered=steps[CountedStep.COMPLETE],
        screened_out=steps[CountedStep.SCREENED_OUT], withdrawn=steps[CountedStep.WITHDRAWN],
        **values,  # type: ignore[arg-type]
    )  # fmt: skip


def language_cells(counts: Iterable[Count], *, languages: Sequence[str], k: int) -> dict[str, list[str]]:
    """Answers by country and language; small cells are hidden, and never one alone, since the row's sum is known."""
    found: dict[str, Counter[str]] = {}
    for count in counts:
        if count.step == CountedStep.COMPLETE:
            found.setdefault(count.country, Counter())[count.language] += count.number
    return {country: _hidden([row[language] for language in languages], k) for country, row in sorted(found.items())}


def _hidden(numbers: list[int], k: int) -> list[str]:
    small = {place for place, number in enumerate(numbers) if number < k}
    hidden_sum = sum(numbers[place] for place in small)
    if small and (len(small) == 1 or hidden_sum < k):
        others = [place for place in range(len(numbers)) if place not in small]
        if others:
            small.add(min(others, key=lambda place: numbers[place]))
    return [f"<{k}" if n < k else "×" if place in small else str(n) for place, n in enumerate(numbers)]


def page_lines(pages: Sequence[tuple[str, str]], passed: Mapping[str, int], *, reached: int) -> list[PageLine]:
    """Where people stop: of those who came to a page, how many did not pass it."""
    lines, before = [], reached
    for code, title in pages:
        number = passed.get(code, 0)
        stopped = max(0, before - number)
        lines.append(PageLine(code, title, number, stopped, round(100 * stopped / before, 1) if before else None))
        before = number or before
    return lines
