"""The parts of a dissemination plan."""

from __future__ import annotations

from typing import ClassVar

from dissemination.api.filters import PlannedActivityFilter, PlannedEventFilter
from dissemination.api.serializers.plan import activities, events, objectives, obligations
from dissemination.api.viewsets.plan_parts import PartViewSet, may, told
from dissemination.models import (
    Channel,
    ContractualTask,
    EventDuty,
    Objective,
    PlannedActivity,
    PlannedEvent,
    TargetGroup,
)

OF_PROJECT = ("dissemination.change_plan", "dissemination.change_plan")


@told(objectives.ObjectiveSerializer, objectives.NewObjectiveSerializer, objectives.ChangeObjectiveSerializer)
class ObjectiveViewSet(PartViewSet):
    """What a project wants to reach by telling others of it."""

    model = Objective
    queryset = Objective.objects.all()
    permissions: ClassVar[dict[str, str]] = may("objective", *OF_PROJECT)


@told(objectives.TargetGroupSerializer, objectives.NewTargetGroupSerializer, objectives.ChangeTargetGroupSerializer)
class TargetGroupViewSet(PartViewSet):
    """Whom an objective addresses."""

    model = TargetGroup
    queryset = TargetGroup.objects.all()
    permissions: ClassVar[dict[str, str]] = may("targetgroup", *OF_PROJECT)


@told(activities.PlanChannelSerializer, activities.NewPlanChannelSerializer, activities.ChangePlanChannelSerializer)
class PlanChannelViewSet(PartViewSet):
    """The ways to the target groups."""

    model = Channel
    queryset = Channel.objects.all()
    permissions: ClassVar[dict[str, str]] = may("channel", *OF_PROJECT)


@told(
    activities.PlannedActivitySerializer,
    activities.NewPlannedActivitySerializer,
    activities.ChangePlannedActivitySerializer,
)
class PlannedActivityViewSet(PartViewSet):
    """What partners promised to do."""

    model = PlannedActivity
    queryset = PlannedActivity.objects.all()
    filterset_class = PlannedActivityFilter
    permissions: ClassVar[dict[str, str]] = may(
        "plannedactivity", "dissemination.add_activity", "dissemination.change_plannedactivity"
    )


@told(events.PlannedEventSerializer, events.NewPlannedEventSerializer, events.ChangePlannedEventSerializer)
class PlannedEventViewSet(PartViewSet):
    """Events as the plan promises them, with the participation that is foreseen."""

    model = PlannedEvent
    queryset = PlannedEvent.objects.all()
    filterset_class = PlannedEventFilter
    permissions: ClassVar[dict[str, str]] = may(
        "plannedevent", "dissemination.add_activity", "dissemination.change_plannedevent"
    )


@told(obligations.OwedEventSerializer, obligations.NewOwedEventSerializer, obligations.ChangeOwedEventSerializer)
class OwedEventViewSet(PartViewSet):
    """How many events of a kind are owed, by one partner or by each."""

    model = EventDuty
    queryset = EventDuty.objects.all()
    permissions: ClassVar[dict[str, str]] = may("eventduty", *OF_PROJECT)


@told(
    obligations.ContractualTaskSerializer,
    obligations.NewContractualTaskSerializer,
    obligations.ChangeContractualTaskSerializer,
)
class ContractualTaskViewSet(PartViewSet):
    """What the grant agreement obliges partners to."""

    model = ContractualTask
    queryset = ContractualTask.objects.all()
    permissions: ClassVar[dict[str, str]] = may("contractualtask", *OF_PROJECT)
