"""How we count, in the words that a reader of the figures needs."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from network.models import Period, Project
from network.reporting import ChapterContent


def build_method(project: Project, period: Period, figures: dict[str, Any] | None) -> ChapterContent:
    return ChapterContent(
        notes=[
            _("A head is a person or, in a category of organisations, an organisation with at least one verified "
              "participation. Whoever takes part five times is one head; twenty employees of one enterprise are one "
              "enterprise."),
            _("A participation counts when somebody other than its recorder has verified it against evidence: a signed "
              "list, a declaration, a check-in log, a certificate."),
            _("The new heads of a period are those whose first verified participation was taken into it. The new heads "
              "of all periods, with the adjustments, add up to the heads reached."),
            _("A head that two partners share counts once at each of them and once in the figure distinct in the "
              "project."),
            _("A person who changes category, a teacher who becomes a director, counts once in each of them and never "
              "twice in one."),
            _("Heads without names (a class list on paper), answers to surveys and possible duplicates are shown "
              "beside the heads and are never added to them."),
            _("When a period is locked, its figures are kept as a snapshot with the hashes of the records and files "
              "behind them. A record that comes late keeps its date and counts in the next open period; a later "
              "correction is told as an adjustment."),
        ]
    )  # fmt: skip
