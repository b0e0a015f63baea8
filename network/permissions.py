"""Who may: predicates joined into sentences. Pages, API, exports, commands and tasks ask them by name."""

from __future__ import annotations

from typing import Any

import rules

from network.enums import ParticipationState, PeriodState, Role
from network.models import Partner, Person, Project
from network.scope import Asker, scope_of

WRITERS = (Role.COORDINATOR, Role.MANAGER, Role.CONTRIBUTOR)
KEEPERS = (Role.COORDINATOR, Role.MANAGER)
EVERY_ROLE = tuple(Role)
# What a partner manager may give, within the own partner.
PARTNER_ROLES = (Role.MANAGER, Role.CONTRIBUTOR, Role.VERIFIER, Role.READER)


def place(thing: Any) -> tuple[int | None, int | None]:
    """The (project, partner) ids that a thing stands in."""
    if isinstance(thing, Project):
        return thing.pk, None
    if isinstance(thing, Partner):
        return thing.project_id, thing.pk
    partner = getattr(thing, "partner_id", None)
    project = getattr(thing, "project_id", None)
    if project is None and partner:
        project = thing.partner.project_id
    return project, partner


def holds(*roles: str) -> rules.Predicate:
    """One of the roles in the thing's project, and at its partner where it has one."""

    def predicate(user: Asker, thing: Any) -> bool:
        if thing is None:
            return False
        project, partner = place(thing)
        return scope_of(user).has_role(project, *roles, partner=partner)

    return rules.predicate(predicate, name=f"holds {', '.join(roles)}")


def holds_in_project(*roles: str) -> rules.Predicate:
    """One of the roles anywhere in the thing's project."""

    def predicate(user: Asker, thing: Any) -> bool:
        return thing is not None and scope_of(user).has_role(place(thing)[0], *roles)

    return rules.predicate(predicate, name=f"holds {', '.join(roles)} in the project")


@rules.predicate
def is_staff(user: Asker) -> bool:
    return scope_of(user).everything


@rules.predicate
def sees(user: Asker, thing: Any) -> bool:
    """What the queryset of the noun shows: one truth for lists and single objects."""
    if isinstance(thing, Project):
        return scope_of(user).sees_project(thing.pk)
    return thing is not None and type(thing).objects.visible_to(user).filter(pk=thing.pk).exists()


def works_with(*roles: str) -> rules.Predicate:
    """One of the roles at a partner that knows the person, or in a project that knows the organisation."""

    def predicate(user: Asker, thing: Any) -> bool:
        scope = scope_of(user)
        if isinstance(thing, Person):
            known_at = thing.partners.values_list("project_id", "pk")
            return any(scope.has_role(project, *roles, partner=partner) for project, partner in known_at)
        known_in = thing.projects.values_list("pk", flat=True)
        return any(scope.has_role(project, *roles) for project in known_in)

    return rules.predicate(predicate, name=f"works with it as {', '.join(roles)}")


@rules.predicate
def is_not_recorder(user: Asker, thing: Any) -> bool:
    return thing is None or getattr(thing, "recorded_by_id", None) != user.pk


@rules.predicate
def is_submitted(user: Asker, thing: Any) -> bool:
    return getattr(thing, "state", None) in (None, ParticipationState.SUBMITTED)


@rules.predicate
def is_locked(user: Asker, period: Any) -> bool:
    return getattr(period, "state", None) == PeriodState.LOCKED


@rules.predicate
def is_partner_team(user: Asker, thing: Any) -> bool:
    """A membership or invitation at one partner, in a role its manager may give."""
    return thing is not None and thing.partner_id is not None and thing.role in PARTNER_ROLES


@rules.predicate
def coordinates_any(user: Asker) -> bool:
    return any(role == Role.COORDINATOR for _project, _partner, role in scope_of(user).roles)


coordinates = is_staff | holds_in_project(Role.COORDINATOR)
keeps = is_staff | holds(*KEEPERS)
writes = is_staff | holds(*WRITERS)
writes_somewhere = is_staff | holds_in_project(*WRITERS)
belongs = is_staff | holds_in_project(*EVERY_ROLE)
verifies = is_staff | holds(Role.COORDINATOR, Role.VERIFIER)
verifies_somewhere = is_staff | holds_in_project(Role.COORDINATOR, Role.VERIFIER)
audits = is_staff | holds_in_project(Role.COORDINATOR, Role.AUDITOR)

for noun in (
    "project", "partner", "organisation", "person", "membership", "invitation", "category", "target", "occasion",
    "participation", "aggregatecount", "evidence", "period", "experience", "relationship", "segment",
    "importbatch", "possibleduplicate", "output", "adjustment", "contact", "stakeholderrating",
):  # fmt: skip
    rules.add_perm(f"network.view_{noun}", sees)

rules.add_perm("network.add_project", is_staff | coordinates_any)
rules.add_perm("network.change_project", coordinates)
rules.add_perm("network.view_board", belongs)
rules.add_perm("network.change_partner", coordinates)
# Of the project, the shares of all partners; of a partner, its own.
rules.add_perm("network.view_budgets", audits)
rules.add_perm("network.view_budget", audits | holds(Role.MANAGER))
rules.add_perm("network.change_target", coordinates)
rules.add_perm("network.change_period", coordinates)
rules.add_perm("network.lock_period", coordinates & ~is_locked)
rules.add_perm("network.reopen_period", coordinates & is_locked)
rules.add_perm("network.approve_adjustment", coordinates)
rules.add_perm("network.invite", is_staff | holds_in_project(*KEEPERS))
keeps_team = coordinates | (holds(Role.MANAGER) & is_partner_team)
rules.add_perm("network.send_invitation", keeps_team)
rules.add_perm("network.revoke_invitation", keeps_team)
rules.add_perm("network.change_membership", keeps_team)
# Asked of the project, these open a form; the form and the service then ask them of the chosen partner.
for noun in ("person", "organisation", "participation", "experience", "evidence", "occasion", "aggregatecount",
             "relationship", "importbatch"):  # fmt: skip
    rules.add_perm(f"network.add_{noun}", writes_somewhere)
rules.add_perm("network.add_segment", belongs)
rules.add_perm("network.write_for_partner", writes)
rules.add_perm("network.change_person", is_staff | (sees & works_with(*WRITERS)))
rules.add_perm("network.change_organisation", is_staff | works_with(*WRITERS))
rules.add_perm("network.note_contact", is_staff | works_with(*WRITERS))
rules.add_perm("network.change_contact", writes)
rules.add_perm("network.rate_stakeholder", is_staff | works_with(*WRITERS))
rules.add_perm("network.change_participation", writes)
rules.add_perm("network.submit_participation", writes)
rules.add_perm("network.decide_participation", verifies)
rules.add_perm("network.verify_participation", verifies & is_not_recorder & is_submitted)
rules.add_perm("network.verify_participations", verifies_somewhere)
rules.add_perm("network.change_experience", writes)
rules.add_perm("network.review_experience", writes)
rules.add_perm("network.publish_experience", keeps)
rules.add_perm("network.change_evidence", writes)
rules.add_perm("network.clear_evidence", verifies)
rules.add_perm("network.change_importbatch", writes)
rules.add_perm("network.merge_records", is_staff | holds_in_project(*KEEPERS))
rules.add_perm("network.erase_person", is_staff | (sees & works_with(*KEEPERS)))
rules.add_perm("network.view_audit_log", audits)
rules.add_perm("network.export_names", belongs)
