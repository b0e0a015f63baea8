"""The figures a chapter tells: those of the snapshot, or of today while the period is open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.labels import in_language
from network.models import Category, Period, Project
from network.services.board import quota_board
from network.services.snapshots import snapshot_figures


def known_figures(project: Project, period: Period, figures: dict[str, Any] | None) -> dict[str, Any]:
    """The figures handed over, else what a snapshot taken now would hold."""
    return figures if figures is not None else snapshot_figures(quota_board(project, period=period), period)


def category_names(project: Project) -> dict[str, str]:
    """By code, in the language of the report; a snapshot keeps them in the language it was taken in."""
    return {category.code: in_language(category.name) for category in Category.objects.in_project(project)}


def partner_names(figures: dict[str, Any]) -> dict[int, str]:
    """By number: "P3 Name"; a name that was not known when the snapshot was taken is said so in today's language."""
    return {
        partner["number"]: f"P{partner['number']} {partner['name'] or _('Name not known')}"
        for partner in figures["partners"]
    }


def day_words(day: date) -> str:
    """A day inside a sentence, as the language of the report writes it."""
    return _day_words(day, get_language())


@lru_cache(maxsize=5000)
def _day_words(day: date, _language: str | None) -> str:
    return date_format(day, "DATE_FORMAT")


@dataclass(frozen=True)
class Origin:
    """Where figures come from, in words and as a day."""

    words: str
    on: date


def origin(figures: dict[str, Any], *, is_locked: bool) -> Origin:
    as_of = date.fromisoformat(figures["as_of"])
    if not is_locked:
        return Origin(_("Quota board, period still open"), as_of)
    taken_on = datetime.fromisoformat(figures["taken_at"]).date()
    return Origin(_("Snapshot of the locked period, %(day)s") % {"day": day_words(taken_on)}, as_of)
