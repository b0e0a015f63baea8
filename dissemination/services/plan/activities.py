"""Activities done, their links, files and readings of reach."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, ProblemsFound, stop_on
from dissemination.enums import ReachKind, ReachUnit
from dissemination.models import Activity, ActivityLink, PlannedActivity, ReachReading
from dissemination.rules.plan.problems import activity_problems, reading_problems
from network.enums import EvidenceKind
from network.services.evidence import keep_evidence


@transaction.atomic
def record_activity(activity: Activity, *, by: User, links: Collection[str] = (), version: int | None = None,
                    **facts: Any) -> Activity:  # fmt: skip
    """Save what was done, new or known. `version` is the one that was read: a second editor is told. ProblemsFound."""
    planned: PlannedActivity | None = facts.get("planned")
    for name, value in facts.items():
        setattr(activity, name, value)
    if planned:
        activity.group, activity.channel = activity.group or planned.group, activity.channel or planned.channel
    _stop(activity, planned, by=by)
    is_new = activity.pk is None
    if is_new:
        activity.recorded_by = by
    elif not Activity.objects.filter(pk=activity.pk, version=version or activity.version).update(
        version=(version or activity.version) + 1
    ):
        raise ProblemsFound([_changed_meanwhile()])
    else:
        activity.version = (version or activity.version) + 1
    activity.save()
    _keep_links(activity, links)
    verb = "recorded" if is_new else "changed"
    audit.record(f"dissemination.activity.{verb}", target=activity, by=by, fields=sorted(facts))
    return activity


def _stop(activity: Activity, planned: PlannedActivity | None, *, by: User) -> None:
    found = activity_problems(done_on=activity.done_on, ends_on=activity.ends_on, today=timezone.localdate())
    if planned and planned.partner_id != activity.partner_id:
        found.append(Problem("planned_foreign", _("Another partner planned this activity."), field="planned"))
    if not by.has_perm("dissemination.write_activity", activity.partner):
        found.append(Problem("partner", _("You do not write for this partner."), field="partner"))
    stop_on(found)


def _keep_links(activity: Activity, links: Collection[str]) -> None:
    wanted = list(dict.fromkeys(link.strip() for link in links if link.strip()))
    activity.links.exclude(url__in=wanted).delete()
    ActivityLink.objects.bulk_create(
        [ActivityLink(activity=activity, url=url) for url in wanted], ignore_conflicts=True
    )


def _changed_meanwhile() -> Problem:
    return Problem(
        "conflict", _("Somebody else saved this activity meanwhile."),
        remedy=_("Read what they wrote above, put yours in again where it is still needed, and save."),
    )  # fmt: skip


@transaction.atomic
def add_file(*, activity: Activity, upload: Any, kind: EvidenceKind | str, by: User, title: str = "") -> None:
    """Keep a file as evidence of the activity: a scan, a photo, an archived page."""
    evidence = keep_evidence(
        project=activity.project, partner=activity.partner, upload=upload, kind=kind, by=by, title=title
    )
    activity.files.add(evidence)
    audit.record("dissemination.activity.file_added", target=activity, by=by, evidence=evidence.pk)


@transaction.atomic
def read_reach(
    *, activity: Activity, unit: ReachUnit | str, kind: ReachKind | str, number: int, read_on: date, source: str,
    by: User, confirmed: bool = False,
) -> ReachReading:  # fmt: skip
    """Write down what a counter said on a day; the same counter on the same day is corrected. Raises ProblemsFound."""
    stop_on(
        reading_problems(
            number=number, read_on=read_on, done_on=activity.done_on, today=timezone.localdate(), confirmed=confirmed
        )
    )
    reading, _is_new = ReachReading.objects.update_or_create(
        activity=activity, unit=unit, source=source, read_on=read_on, defaults={"number": number, "kind": kind}
    )
    audit.record("dissemination.reach.read", target=activity, by=by, unit=str(unit), number=number)
    return reading
