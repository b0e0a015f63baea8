"""The parts of a dissemination plan, and the plan as it was adopted."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from core.api.fields import HouseSerializer, TextsField, VisibleField, VisibleSlugField
from dissemination.api.serializers.fields import SEEN, LabelsField, TitleField
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
from network.api.serializers.records import check_country
from network.models import Category, Output, Partner, Project

HEADS = 100_000_000


class InProjectSerializer(HouseSerializer):
    """A part as it is read; what a change has to name is its `changed_at`."""

    project = serializers.CharField(source="project.code", read_only=True)


class SeenSerializer(HouseSerializer):
    """A change: what is not named stays."""

    seen = serializers.CharField(max_length=40, help_text=SEEN)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.required = name == "seen"


class ObjectiveSerializer(InProjectSerializer):
    title = TextsField(read_only=True)

    class Meta:
        model = Objective
        fields = ("id", "project", "title", "order", "changed_at")
        read_only_fields = fields


class NewObjectiveSerializer(HouseSerializer):
    project = VisibleSlugField(Project, "code")
    title = TitleField()

    class Meta:
        model = Objective
        fields = ("project", "title", "order")
        extra_kwargs = {"order": {"max_value": 999}}


class ChangeObjectiveSerializer(SeenSerializer, NewObjectiveSerializer):
    class Meta:
        model = NewObjectiveSerializer.Meta.model
        fields = ("seen", "title", "order")


class TargetGroupSerializer(InProjectSerializer):
    title = TextsField(read_only=True)

    class Meta:
        model = TargetGroup
        fields = ("id", "project", "objective", "title", "category", "changed_at")
        read_only_fields = fields


class NewTargetGroupSerializer(HouseSerializer):
    objective = VisibleField(Objective)
    title = TitleField()
    category = VisibleField(Category, allow_null=True, required=False)

    class Meta:
        model = TargetGroup
        fields = ("objective", "title", "category")


class ChangeTargetGroupSerializer(SeenSerializer, NewTargetGroupSerializer):
    class Meta:
        model = NewTargetGroupSerializer.Meta.model
        fields = ("seen", *NewTargetGroupSerializer.Meta.fields)


class PlanChannelSerializer(InProjectSerializer):
    class Meta:
        model = Channel
        fields = ("id", "project", "kind", "name", "changed_at")
        read_only_fields = fields


class NewPlanChannelSerializer(HouseSerializer):
    project = VisibleSlugField(Project, "code")

    class Meta:
        model = Channel
        fields = ("project", "kind", "name")
        validators = ()


class ChangePlanChannelSerializer(SeenSerializer, NewPlanChannelSerializer):
    class Meta:
        model = NewPlanChannelSerializer.Meta.model
        fields = ("seen", "kind", "name")


class PlannedActivitySerializer(InProjectSerializer):
    title = TextsField(read_only=True)
    message = TextsField(read_only=True)

    class Meta:
        model = PlannedActivity
        fields = (
            "id", "project", "partner", "group", "channel", "result", "title", "message", "language", "starts_on",
            "ends_on", "indicator", "target", "cost", "withdrawn_reason", "changed_at",
        )  # fmt: skip
        read_only_fields = fields


class NewPlannedActivitySerializer(HouseSerializer):
    partner = VisibleField(Partner)
    group = VisibleField(TargetGroup)
    channel = VisibleField(Channel)
    result = VisibleField(Output, allow_null=True, required=False)
    title = TitleField()
    message = LabelsField(required=False)
    target = serializers.IntegerField(min_value=0, max_value=HEADS, allow_null=True, required=False)
    cost = serializers.DecimalField(max_digits=10, decimal_places=2, min_value=0, allow_null=True, required=False)

    class Meta:
        model = PlannedActivity
        fields = (
            "partner", "group", "channel", "result", "title", "message", "language", "starts_on", "ends_on",
            "indicator", "target", "cost", "withdrawn_reason",
        )  # fmt: skip


class ChangePlannedActivitySerializer(SeenSerializer, NewPlannedActivitySerializer):
    class Meta:
        model = NewPlannedActivitySerializer.Meta.model
        fields = ("seen", *NewPlannedActivitySerializer.Meta.fields)


class PlannedEventSerializer(InProjectSerializer):
    title = TextsField(read_only=True)

    class Meta:
        model = PlannedEvent
        fields = (
            "id", "project", "partner", "kind", "title", "starts_on", "ends_on", "country", "local_heads",
            "international_heads", "virtual_heads", "is_multiplier", "is_final_conference", "note", "changed_at",
        )  # fmt: skip
        read_only_fields = fields


class NewPlannedEventSerializer(HouseSerializer):
    partner = VisibleField(Partner)
    title = TitleField()
    country = serializers.CharField(max_length=2, required=False, allow_blank=True, validators=[check_country])
    local_heads = serializers.IntegerField(min_value=0, max_value=HEADS, required=False)
    international_heads = serializers.IntegerField(min_value=0, max_value=HEADS, required=False)
    virtual_heads = serializers.IntegerField(min_value=0, max_value=HEADS, required=False)
    heads_confirmed = serializers.BooleanField(
        required=False, help_text="that more than ten thousand heads are foreseen indeed"
    )

    class Meta:
        model = PlannedEvent
        fields = (
            "partner", "kind", "title", "starts_on", "ends_on", "country", "local_heads", "international_heads",
            "virtual_heads", "heads_confirmed", "is_multiplier", "is_final_conference", "note",
        )  # fmt: skip


class ChangePlannedEventSerializer(SeenSerializer, NewPlannedEventSerializer):
    class Meta:
        model = NewPlannedEventSerializer.Meta.model
        fields = ("seen", *NewPlannedEventSerializer.Meta.fields)


class OwedEventSerializer(InProjectSerializer):
    class Meta:
        model = EventDuty
        fields = ("id", "project", "partner", "kind", "is_international", "number", "changed_at")
        read_only_fields = fields


class NewOwedEventSerializer(HouseSerializer):
    project = VisibleSlugField(Project, "code")
    partner = VisibleField(Partner, allow_null=True, required=False, help_text="without one, every partner owes it")
    number = serializers.IntegerField(min_value=1, max_value=999, required=False)

    class Meta:
        model = EventDuty
        fields = ("project", "partner", "kind", "is_international", "number")


class ChangeOwedEventSerializer(SeenSerializer, NewOwedEventSerializer):
    class Meta:
        model = NewOwedEventSerializer.Meta.model
        fields = ("seen", "partner", "kind", "is_international", "number")


class ContractualTaskSerializer(InProjectSerializer):
    title = TextsField(read_only=True)

    class Meta:
        model = ContractualTask
        fields = ("id", "project", "partner", "title", "source", "due_on", "changed_at")
        read_only_fields = fields


class NewContractualTaskSerializer(HouseSerializer):
    project = VisibleSlugField(Project, "code")
    partner = VisibleField(Partner, allow_null=True, required=False, help_text="without one, every partner owes it")
    title = TitleField()

    class Meta:
        model = ContractualTask
        fields = ("project", "partner", "title", "source", "due_on")


class ChangeContractualTaskSerializer(SeenSerializer, NewContractualTaskSerializer):
    class Meta:
        model = NewContractualTaskSerializer.Meta.model
        fields = ("seen", "partner", "title", "source", "due_on")


class PlanAcceptanceSerializer(HouseSerializer):
    class Meta:
        model = PlanAcceptance
        fields = ("partner", "name", "function", "accepted_on")
        read_only_fields = fields


class PlanVersionSerializer(InProjectSerializer):
    content = serializers.DictField(child=serializers.ListField(child=serializers.DictField()), read_only=True)
    acceptances = PlanAcceptanceSerializer(many=True, read_only=True)

    class Meta:
        model = PlanVersion
        fields = (
            "id", "project", "number", "adopted_on", "occasion", "reason", "sha256", "content", "acceptances",
            "created_at",
        )  # fmt: skip
        read_only_fields = fields


class AdoptionSerializer(HouseSerializer):
    project = VisibleSlugField(Project, "code")
    reason = serializers.CharField(
        max_length=5000, required=False, allow_blank=True, help_text="asked for from the second version on"
    )

    class Meta:
        model = PlanVersion
        fields = ("project", "adopted_on", "occasion", "reason")


class AcceptanceSerializer(HouseSerializer):
    partner = VisibleField(Partner)

    class Meta:
        model = PlanAcceptance
        fields = ("partner", "name", "function", "accepted_on")
