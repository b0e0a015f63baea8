"""Freezing a plan at its adoption, and the partners' acceptance by name and date."""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, ProblemsFound
from dissemination.models import (
    Channel,
    ContractualTask,
    EventDuty,
    Objective,
    PlanAcceptance,
    PlannedActivity,
    PlannedEvent,
    PlanVersion,
    TargetGroup,
)
from dissemination.rules.plan.amendments import Content, plan_changes
from network.models import Partner, Project

# What a version freezes: the part, its rows and their fields.
PARTS: dict[str, tuple[type[Model], tuple[str, ...]]] = {
    "objectives": (Objective, ("title", "order")),
    "target_groups": (TargetGroup, ("title", "objective", "category")),
    "channels": (Channel, ("kind", "name")),
    "activities": (
        PlannedActivity,
        ("title", "partner", "group", "channel", "result", "message", "language", "starts_on", "ends_on", "indicator",
         "target", "cost", "withdrawn_reason"),
    ),
    "events": (
        PlannedEvent,
        ("title", "partner", "kind", "starts_on", "ends_on", "country", "local_heads", "international_heads",
         "virtual_heads", "is_multiplier", "is_final_conference"),
    ),
    "owed_events": (EventDuty, ("partner", "kind", "is_international", "number")),
    "tasks": (ContractualTask, ("title", "partner", "source", "due_on")),
}  # fmt: skip


def plan_content(project: Project) -> dict[str, list[dict[str, Any]]]:
    """The plan as plain data, in a fixed order."""
    found = {}
    for part, (model, fields) in PARTS.items():
        rows: QuerySet[Any] = model._default_manager.filter(project=project).order_by("pk")
        found[part] = json.loads(json.dumps(list(rows.values("id", *fields)), cls=DjangoJSONEncoder))
    return found


def fingerprint(content: Content) -> str:
    return sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


@transaction.atomic
def adopt_plan(*, project: Project, adopted_on: date, by: User, occasion: str = "", reason: str = "") -> PlanVersion:
    """Freeze the plan as it stands. An amendment needs a reason and at least one change. Raises ProblemsFound."""
    Project.objects.select_for_update().get(pk=project.pk)
    content = plan_content(project)
    before = PlanVersion.objects.in_project(project).first()
    _stop(content, before, reason)
    version = PlanVersion.objects.create(
        project=project, number=before.number + 1 if before else 1, adopted_on=adopted_on, occasion=occasion,
        reason=reason, content=content, sha256=fingerprint(content), adopted_by=by,
    )  # fmt: skip
    audit.record("dissemination.plan.adopted", target=version, by=by, sha256=version.sha256)
    return version


def _stop(content: Content, before: PlanVersion | None, reason: str) -> None:
    found = []
    if not content["activities"] and not content["events"]:
        found.append(
            Problem("empty", _("The plan holds no activity and no event."), remedy=_("Add what is planned first."))
        )
    if before and not plan_changes(before.content, content):
        found.append(Problem("unchanged", _("Nothing has changed since the last adopted version.")))
    if before and not reason.strip():
        found.append(Problem("reason", _("Say what changes and why."), field="reason"))
    if found:
        raise ProblemsFound(found)


@transaction.atomic
def accept_plan(
    *, version: PlanVersion, partner: Partner, name: str, accepted_on: date, by: User, function: str = ""
) -> PlanAcceptance:
    """Note that a partner accepts a version; the second time changes nothing. Raises ProblemsFound."""
    newest = PlanVersion.objects.in_project(version.project).first()
    found = []
    if newest and newest.pk != version.pk:
        found.append(Problem("replaced", _("A newer version of the plan was adopted."), remedy=_("Read that one.")))
    if accepted_on < version.adopted_on:
        found.append(Problem("too_early", _("The plan was not adopted yet on this day."), field="accepted_on"))
    if not by.has_perm("dissemination.write_activity", partner):
        found.append(Problem("other_partner", _("You accept for your own partner only."), field="partner"))
    if found:
        raise ProblemsFound(found)
    acceptance, is_new = PlanAcceptance.objects.get_or_create(
        version=version, partner=partner,
        defaults={"name": name, "function": function, "accepted_on": accepted_on, "accepted_by": by},
    )  # fmt: skip
    if is_new:
        audit.record("dissemination.plan.accepted", target=version, by=by, partner=partner.pk)
    return acceptance
