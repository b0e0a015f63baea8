"""Who may see, write and hold events, and who may know the names of their guests."""

from __future__ import annotations

from typing import Any

import rules

from core.permissions import is_signed_in
from dissemination.enums import EventState
from network.enums import Role
from network.permissions import KEEPERS, WRITERS, belongs, coordinates, holds, holds_in_project, is_staff, sees
from network.scope import Asker, scope_of


@rules.predicate
def is_open(user: Asker, thing: Any) -> bool:
    """An event that is over and closed is changed no more."""
    event = getattr(thing, "event", thing)
    return getattr(event, "state", None) != EventState.CLOSED


@rules.predicate
def is_own(user: Asker, thing: Any) -> bool:
    return thing is not None and thing.user_id == user.pk


@rules.predicate
def co_organises(user: Asker, thing: Any) -> bool:
    """Writes for a partner that holds the event together with the organiser."""
    event = getattr(thing, "event", thing)
    scope = scope_of(user)
    partners = event.co_organisers.values_list("pk", flat=True)
    return any(scope.has_role(event.project_id, *WRITERS, partner=partner) for partner in partners)


writes = is_staff | holds(*WRITERS)
keeps = is_staff | holds(*KEEPERS)

for noun in (
    "event",
    "plannedevent",
    "session",
    "speaker",
    "registration",
    "registrationform",
    "attendance",
    "certificate",
    "signaturesheet",
):
    rules.add_perm(f"dissemination.view_{noun}", sees)

rules.add_perm("dissemination.view_events", belongs)
# Asked of the project, it opens the form; the service asks `write_event` of the chosen organiser.
rules.add_perm("dissemination.add_event", is_staff | holds_in_project(*WRITERS))
rules.add_perm("dissemination.write_event", writes)
rules.add_perm("dissemination.change_event", writes & is_open)
rules.add_perm("dissemination.publish_event", writes & is_open)
rules.add_perm("dissemination.hold_event", keeps & is_open)
rules.add_perm("dissemination.close_event", keeps)
rules.add_perm("dissemination.check_in", (writes | co_organises) & is_open)
# A closed event still gets its papers: proof is asked for years later.
rules.add_perm("dissemination.make_papers", writes | co_organises)
rules.add_perm("dissemination.issue_certificates", keeps)
rules.add_perm("dissemination.change_certificate", keeps)
rules.add_perm("dissemination.follow_up", writes | co_organises)
rules.add_perm("dissemination.take_back_sheet", (writes | co_organises) & is_open)
rules.add_perm("dissemination.reopen_event", coordinates)
rules.add_perm("dissemination.change_registration", writes & is_open)
rules.add_perm("dissemination.view_registrations", sees)
rules.add_perm("dissemination.change_plannedevent", writes)
rules.add_perm("dissemination.add_calendarlink", is_signed_in)
rules.add_perm("dissemination.revoke_calendarlink", is_own)
rules.add_perm("dissemination.view_calendarlink", is_own)

for noun in (
    "objective", "targetgroup", "channel", "plannedactivity", "activity", "contractualtask", "eventduty", "planversion",
):  # fmt: skip
    rules.add_perm(f"dissemination.view_{noun}", sees)

rules.add_perm("dissemination.view_plan", belongs)
# Objectives, target groups, channels, owed events and tasks are the project's; activities are each partner's.
rules.add_perm("dissemination.change_plan", coordinates)
rules.add_perm("dissemination.adopt_plan", coordinates)
rules.add_perm("dissemination.accept_plan", is_staff | holds_in_project(*KEEPERS))
rules.add_perm("dissemination.add_activity", is_staff | holds_in_project(*WRITERS))
rules.add_perm("dissemination.write_activity", writes)
rules.add_perm("dissemination.change_activity", writes)
rules.add_perm("dissemination.change_plannedactivity", writes)

rules.add_perm("dissemination.view_eventdocument", sees)
# A claim sheet names everybody of all partners.
rules.add_perm("dissemination.view_unitcosts", is_staff | holds_in_project(Role.COORDINATOR, Role.AUDITOR))
rules.add_perm("dissemination.view_event_claim", belongs)
rules.add_perm("dissemination.make_claim_sheet", is_staff | holds_in_project(Role.COORDINATOR, Role.AUDITOR))
rules.add_perm("dissemination.change_award", coordinates)
