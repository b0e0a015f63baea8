"""Channels, and the activities that partners promised to carry out on them."""

from __future__ import annotations

from rest_framework import serializers

from core.api.fields import HouseSerializer, TextsField, VisibleField, VisibleSlugField
from dissemination.api.serializers.fields import LabelsField, TitleField
from dissemination.api.serializers.plan.base import HEADS, InProjectSerializer, SeenSerializer
from dissemination.models import (
    Channel,
    PlannedActivity,
    TargetGroup,
)
from network.models import Output, Partner, Project


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
