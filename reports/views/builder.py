"""What every page of the builder shows around its middle: the sections, how far they are, what is left to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from core.requests import SignedInRequest
from reports.models import Report, Section
from reports.rules.content import Document
from reports.services.assembly import document_of
from reports.services.readiness import Obstacle, Standing, obstacles, standings


@dataclass(frozen=True)
class ToSolve:
    """An obstacle with the address where it is solved."""

    message: str
    url: str
    is_warning: bool


@dataclass(frozen=True)
class Builder:
    report: Report
    document: Document
    standings: list[Standing]
    to_solve: list[ToSolve]

    @property
    def ready(self) -> int:
        return sum(standing.is_ready for standing in self.standings)

    def of(self, section: Section) -> Standing:
        return next(standing for standing in self.standings if standing.section.pk == section.pk)


def builder_of(report: Report) -> Builder:
    document, known = document_of(report), standings(report)
    found = [] if report.is_approved else obstacles(report, document, known)
    return Builder(report, document, known, [to_solve(report, obstacle) for obstacle in found])


def to_solve(report: Report, obstacle: Obstacle) -> ToSolve:
    """A text or remark is solved in its section, an open period on its own page."""
    if obstacle.section is not None:
        url = obstacle.section.get_absolute_url()
        if obstacle.contribution is not None:
            url += f"#contribution-{obstacle.contribution.pk}"
    else:
        url = report.period.get_absolute_url()
    return ToSolve(obstacle.message, url, obstacle.problem.warning)


def trail(report: Report, *last: tuple[str, str]) -> list[tuple[str, str]]:
    project = report.project
    return [
        (str(project), project.get_absolute_url()),
        (_("Reports"), reverse("reports:report_list", args=[project.code])),
        (str(report), report.get_absolute_url()),
        *last,
    ]


def may(request: SignedInRequest, thing: Any, *actions: str) -> dict[str, bool]:
    """What this reader may do with a thing: {"approve_report": True}."""
    return {action: request.user.has_perm(f"reports.{action}", thing) for action in actions}
