"""How far a report is, section by section, and what stands in the way of its approval."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.problems import Problem
from network.models import Snapshot
from reports.enums import ContributionState, ReportState
from reports.models import Comment, Contribution, Report, Section
from reports.rules.content import Document
from reports.rules.typed_figures import counted_in, differing_figures


@dataclass(frozen=True)
class Standing:
    """A section with its contributions and how many of its remarks are open."""

    section: Section
    contributions: tuple[Contribution, ...]
    open_comments: int

    @property
    def accepted(self) -> int:
        return sum(each.state == ContributionState.ACCEPTED for each in self.contributions)

    @property
    def is_ready(self) -> bool:
        return self.accepted == len(self.contributions) and not self.open_comments

    @property
    def tone(self) -> str:
        if self.is_ready:
            return "ok"
        return "warn" if any(each.state == ContributionState.RETURNED for each in self.contributions) else "info"

    @property
    def word(self) -> str:
        if self.is_ready:
            return _("Ready")
        if self.accepted < len(self.contributions):
            return _("%(accepted)d of %(all)d accepted") % {"accepted": self.accepted, "all": len(self.contributions)}
        return ngettext("%(n)d open comment", "%(n)d open comments", self.open_comments) % {"n": self.open_comments}


@dataclass(frozen=True)
class Obstacle:
    """A problem with the place where it is solved."""

    problem: Problem
    section: Section | None = None
    contribution: Contribution | None = None

    @property
    def message(self) -> str:
        return f"{self.problem.message} {self.problem.remedy}".strip()


def standings(report: Report) -> list[Standing]:
    """Three statements, however many sections there are."""
    sections = list(report.sections.select_related("outline", "report__project").order_by("outline__order"))
    texts: dict[int, list[Contribution]] = {section.pk: [] for section in sections}
    by_pk = {section.pk: section for section in sections}
    rows = Contribution.objects.filter(section__report=report).select_related("partner__organisation", "written_by")
    for row in rows.order_by("partner__number"):
        row.section = by_pk[row.section_id]
        texts[row.section_id].append(row)
    remarks = list(Comment.objects.open().filter(section__report=report).values_list("section", flat=True))
    return [Standing(section, tuple(texts[section.pk]), remarks.count(section.pk)) for section in sections]


def current_snapshot(report: Report) -> Snapshot | None:
    """The snapshot that a report stands on: its own once approved, else the locked period's newest."""
    if report.snapshot_id or not report.period.is_locked:
        return report.snapshot
    return report.period.snapshots.order_by("-number").first()


def obstacles(report: Report, document: Document, known: list[Standing] | None = None) -> list[Obstacle]:
    """Everything that stops the approval, then what only wants a look."""
    found = []
    if current_snapshot(report) is None:
        problem = Problem("period_open", _("The period is not locked, so its figures may still change."),
                          remedy=_("Lock the period."))  # fmt: skip
        found.append(Obstacle(problem))
    for standing in known if known is not None else standings(report):
        found += [missing(each) for each in standing.contributions if each.state != ContributionState.ACCEPTED]
        if standing.open_comments:
            words = ngettext("%(section)s: %(n)d comment is not settled.",
                             "%(section)s: %(n)d comments are not settled.", standing.open_comments)  # fmt: skip
            problem = Problem("open_comments", words % {"section": standing.section, "n": standing.open_comments})
            found.append(Obstacle(problem, section=standing.section))
        found += typed_figures(standing, document)
    return found


def missing(contribution: Contribution) -> Obstacle:
    words = {"text": who(contribution), "state": str(contribution.get_state_display()).lower()}
    problem = Problem("contribution_missing", _("%(text)s: %(state)s, not yet accepted.") % words)
    return Obstacle(problem, section=contribution.section, contribution=contribution)


def who(contribution: Contribution) -> str:
    """ "Summary, Coordinator"."""
    writer = contribution.partner.label if contribution.partner else _("Coordinator")
    return f"{contribution.section}, {writer}"


def typed_figures(standing: Standing, document: Document) -> list[Obstacle]:
    """A figure typed in a text that is none of those counted."""
    counted = counted_in(document)
    return [
        Obstacle(replace(problem, message=f"{who(each)}: {problem.message}"), standing.section, each)
        for each in standing.contributions
        for problem in differing_figures(each.text, counted)
    ]


def approval_problems(report: Report, document: Document) -> list[Problem]:
    if report.state == ReportState.APPROVED:
        return [Problem("approved", _("The report is approved already."))]
    return [obstacle.problem for obstacle in obstacles(report, document)]
