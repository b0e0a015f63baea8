"""The meeting point of reports and the apps that have something to report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise

from network.models import Period, Project


@dataclass(frozen=True)
class Figure:
    """One number of a report: printed alike in every format, with where it comes from."""

    label: str
    value: int | float | str
    target: int | None = None
    unit: str = ""
    source: str = ""


@dataclass(frozen=True)
class Table:
    """Rows with real numbers and dates; a head per column."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[Any]]
    note: str = ""


@dataclass(frozen=True)
class ChapterContent:
    """What a chapter says of one period: figures, tables and chart specifications (core.charts.ChartSpec)."""

    figures: Sequence[Figure] = ()
    tables: Sequence[Table] = ()
    charts: Sequence[Any] = ()
    notes: Sequence[str] = field(default=())


@dataclass(frozen=True)
class Chapter:
    """One chapter an app offers to reports.

    `build` gets the project, the period and the figures of its snapshot; while the period is not locked, those of
    today or None.
    """

    code: str
    title: str | Promise
    order: int
    build: Callable[[Project, Period, dict[str, Any] | None], ChapterContent]


_chapters: dict[str, Chapter] = {}


def register(chapter: Chapter) -> None:
    """Called by an app's `chapters.py`, which reports finds at start-up."""
    _chapters[chapter.code] = chapter


def chapters() -> list[Chapter]:
    return sorted(_chapters.values(), key=lambda chapter: chapter.order)


type Facts = Callable[[Project, Period], dict[str, Any]]
_facts: dict[str, Facts] = {}


def register_facts(code: str, build: Facts) -> None:
    """What an app puts into the snapshot of a period, so that the figures of its chapter never change afterwards.

    The facts are plain data for JSON; the chapter finds them in its figures under "apps" and the code.
    """
    _facts[code] = build


def facts_of_apps(project: Project, period: Period) -> dict[str, dict[str, Any]]:
    """What the apps say of a period as of now."""
    return {code: build(project, period) for code, build in sorted(_facts.items())}
