"""Write, hand in, return and accept a contribution; no save goes over another one unseen."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from core import audit
from core.problems import Problem, stop_on
from reports.enums import OPEN_FOR_WRITING, ContributionState, ReportState
from reports.models import Contribution, Report


class SavedMeanwhile(Exception):  # noqa: N818  (a finding with the newer text, not a failure)
    """Somebody saved since the text was opened; `current` is what stands there now."""

    def __init__(self, current: Contribution) -> None:
        self.current = current
        super().__init__(str(current.pk))


def tidy(text: str) -> str:
    """Line ends as everywhere, no spaces around."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


@transaction.atomic
def save_contribution(*, contribution: Contribution, text: str, version: int, by: User) -> Contribution:
    """Keep a draft. Raises SavedMeanwhile when `version` is not the one that stands there."""
    _stop_when_approved(contribution)
    row = Contribution.objects.filter(pk=contribution.pk, version=version, state__in=OPEN_FOR_WRITING)
    state = contribution.state if contribution.state == ContributionState.RETURNED else ContributionState.DRAFT
    saved = row.update(text=tidy(text), version=F("version") + 1, state=state, written_by=by, changed_at=timezone.now())
    if not saved:
        raise SavedMeanwhile(Contribution.objects.get(pk=contribution.pk))
    audit.record("reports.contribution.saved", target=contribution, by=by, version=version + 1)
    return Contribution.objects.select_related("section__report", "section__outline").get(pk=contribution.pk)


@transaction.atomic
def submit_contribution(*, contribution: Contribution, by: User) -> None:
    """Hand a text in: from then on the coordinator decides; the coordinator's own is decided with it."""
    _stop_when_approved(contribution)
    stop_on(submitting_problems(contribution))
    now = timezone.now()
    state = ContributionState.SUBMITTED if contribution.partner_id else ContributionState.ACCEPTED
    handed_in = Contribution.objects.filter(
        pk=contribution.pk, version=contribution.version, state__in=OPEN_FOR_WRITING
    ).update(state=state, submitted_at=now, reason="", changed_at=now, version=F("version") + 1)
    if not handed_in:
        raise SavedMeanwhile(Contribution.objects.get(pk=contribution.pk))
    move_on(contribution)
    audit.record("reports.contribution.submitted", target=contribution, by=by)


def submitting_problems(contribution: Contribution) -> list[Problem]:
    length, limit = len(contribution.text), contribution.limit
    if not length:
        return [Problem("empty", _("There is no text yet."), field="text")]
    if length > limit:
        message = ngettext(
            "The text is %(over)d character too long (%(limit)d are allowed).",
            "The text is %(over)d characters too long (%(limit)d are allowed).",
            length - limit,
        )
        return [Problem("too_long", message % {"over": length - limit, "limit": limit}, field="text")]
    return []


@transaction.atomic
def return_contribution(*, contribution: Contribution, reason: str, by: User) -> None:
    """Give a text back to its writer with a reason. Raises ProblemsFound."""
    _stop_when_approved(contribution)
    if not reason.strip():
        stop_on([Problem("no_reason", _("Say what is missing."), field="reason")])
    _decide(contribution, ContributionState.RETURNED, by=by, reason=reason.strip())


@transaction.atomic
def accept_contribution(*, contribution: Contribution, by: User) -> None:
    _stop_when_approved(contribution)
    _decide(contribution, ContributionState.ACCEPTED, by=by)


def _decide(contribution: Contribution, state: ContributionState, *, by: User, reason: str = "") -> None:
    """On the text that was read: changed meanwhile means read again."""
    decided = Contribution.objects.filter(pk=contribution.pk, version=contribution.version).update(
        state=state, reason=reason, version=F("version") + 1, changed_at=timezone.now()
    )
    if not decided:
        raise SavedMeanwhile(Contribution.objects.get(pk=contribution.pk))
    move_on(contribution)
    audit.record(f"reports.contribution.{state}", target=contribution, by=by, reason=reason)


def move_on(contribution: Contribution) -> None:
    """A report of which every text is accepted is in review; one text given back, and it is collecting again."""
    report = contribution.section.report_id
    is_complete = (
        not Contribution.objects.filter(section__report=report).exclude(state=ContributionState.ACCEPTED).exists()
    )
    state = ReportState.REVIEW if is_complete else ReportState.COLLECTING
    Report.objects.filter(pk=report).exclude(state__in=[state, ReportState.APPROVED]).update(state=state)


def _stop_when_approved(contribution: Contribution) -> None:
    """Asked under the lock of the report's row, so that nothing slips in while it is approved."""
    report = Report.objects.select_for_update(of=("self",), no_key=True).get(sections__contributions=contribution.pk)
    if report.is_approved:
        stop_on([approved_problem()])


def approved_problem() -> Problem:
    message = _("The report is approved and does not change any more.")
    return Problem("approved", message, remedy=_("Make a new version of it."))
