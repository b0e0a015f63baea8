"""Work-based learning experiences that ran in the period."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from network.chapters.figures import known_figures, origin
from network.enums import ExperienceKind
from network.models import Period, Project
from network.reporting import ChapterContent, Figure


def build_experiences(project: Project, period: Period, figures: dict[str, Any] | None) -> ChapterContent:
    known = known_figures(project, period, figures)
    source = origin(known, is_locked=period.is_locked).words
    by_kind = known["experiences"]
    if not by_kind:
        return ChapterContent(notes=[_("No work-based learning experience ran in this period.")])
    told = [Figure(str(kind.label), by_kind[kind], source=source) for kind in ExperienceKind if by_kind.get(kind)]
    told.append(Figure(_("All experiences"), sum(by_kind.values()), source=source))
    return ChapterContent(
        figures=told, notes=[_("Counted are experiences of which at least one day lies in the period.")]
    )
