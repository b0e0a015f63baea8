"""Memberships: granted, changed and ended; each takes effect on the next request."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, stop_on
from network.enums import Role
from network.models import Membership, Partner, Project
from network.rules.memberships import membership_problems


@transaction.atomic
def grant_membership(
    *, user: User, project: Project, role: str, by: User | None, partner: Partner | None = None,
    ends_on: date | None = None,
) -> Membership:  # fmt: skip
    """Give an account a role; one it had before and lost is given back."""
    membership, _new = Membership.objects.update_or_create(
        user=user, project=project, partner=partner, role=role, defaults={"ends_on": ends_on}
    )
    audit.record("network.membership.granted", target=membership, by=by, user=user.pk, role=role)
    return membership


@transaction.atomic
def change_membership(
    *, membership: Membership, role: str, by: User, partner: Partner | None = None, ends_on: date | None = None
) -> Membership:
    """Another role, partner or last day. Raises ProblemsFound, also for what `by` may not give."""
    _hold(membership.project)
    before = _facts(membership)
    wanted = Membership(
        pk=membership.pk, user=membership.user, project=membership.project, role=role, partner=partner, ends_on=ends_on
    )
    stop_on(_change_problems(membership, wanted, by))
    membership.role, membership.partner, membership.ends_on = role, partner, ends_on
    membership.save()
    changes = audit.changes(before, _facts(membership))
    audit.record("network.membership.changed", target=membership, by=by, user=membership.user_id, changes=changes)
    return membership


@transaction.atomic
def end_membership(*, membership: Membership, by: User) -> None:
    """Yesterday was its last day. The last coordinator of a project stays."""
    _hold(membership.project)
    stop_on(_leaving_problems(membership))
    membership.ends_on = timezone.localdate() - timedelta(days=1)
    membership.save(update_fields=["ends_on", "changed_at"])
    audit.record("network.membership.ended", target=membership, by=by, user=membership.user_id, role=membership.role)


def _hold(project: Project) -> None:
    """Two coordinators who end each other at the same time wait for one another."""
    list(Project.objects.select_for_update(no_key=True).filter(pk=project.pk).values_list("pk"))


def _facts(membership: Membership) -> dict[str, str | int | None]:
    ends_on = membership.ends_on.isoformat() if membership.ends_on else None
    return {"role": membership.role, "partner": membership.partner_id, "ends_on": ends_on}


def _change_problems(membership: Membership, wanted: Membership, by: User) -> list[Problem]:
    found = membership_problems(
        role=wanted.role,
        project=membership.project_id,
        partner_project=wanted.partner.project_id if wanted.partner else None,
        ends_on=wanted.ends_on,
        today=timezone.localdate(),
    )
    if not by.has_perm("network.change_membership", wanted):
        found.append(Problem("role_not_yours", _("You may not give this role and partner."), field="role"))
    twins = Membership.objects.filter(
        user=membership.user, project=membership.project, partner=wanted.partner, role=wanted.role
    )
    if twins.exclude(pk=membership.pk).exists():
        found.append(Problem("has_role", _("This person has the role already."), field="role"))
    if wanted.role != Role.COORDINATOR or wanted.ends_on is not None:
        found += _leaving_problems(membership)
    return found


def _leaving_problems(membership: Membership) -> list[Problem]:
    if membership.role != Role.COORDINATOR:
        return []
    others = Membership.objects.in_force(on=timezone.localdate()).filter(
        project=membership.project, role=Role.COORDINATOR, ends_on=None, user__is_active=True
    )
    if others.exclude(pk=membership.pk).exists():
        return []
    return [
        Problem(
            "last_coordinator",
            _("A project keeps at least one coordinator."),
            remedy=_("Make somebody else coordinator first."),
        )
    ]
