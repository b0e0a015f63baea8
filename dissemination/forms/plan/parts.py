"""Which form a part of the plan is typed into."""

from __future__ import annotations

from typing import Any

from dissemination.forms.plan.activities import ChannelForm, PlannedActivityForm
from dissemination.forms.plan.base import PartForm
from dissemination.forms.plan.events import PlannedEventForm
from dissemination.forms.plan.objectives import ObjectiveForm, TargetGroupForm
from dissemination.forms.plan.obligations import ContractualTaskForm, EventDutyForm
from dissemination.models import (
    Channel,
    ContractualTask,
    EventDuty,
    Objective,
    PlannedActivity,
    PlannedEvent,
    TargetGroup,
)

# The parts by the word in their address.
PART_FORMS: dict[str, tuple[type[Any], type[PartForm]]] = {
    "objectives": (Objective, ObjectiveForm),
    "target-groups": (TargetGroup, TargetGroupForm),
    "channels": (Channel, ChannelForm),
    "activities": (PlannedActivity, PlannedActivityForm),
    "events": (PlannedEvent, PlannedEventForm),
    "owed-events": (EventDuty, EventDutyForm),
    "tasks": (ContractualTask, ContractualTaskForm),
}
