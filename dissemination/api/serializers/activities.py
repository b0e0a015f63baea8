"""What was done, with its links and readings of reach."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from core.api.fields import HouseSerializer, VisibleField
from dissemination.api.serializers.fields import DutiesField
from dissemination.enums import ReachKind, ReachUnit
from dissemination.models import (
    Activity,
    ActivityLink,
    Channel,
    Event,
    PlannedActivity,
    ReachReading,
    TargetGroup,
)
from network.models import Output, Partner


class ActivityLinkSerializer(HouseSerializer):
    class Meta:
        model = ActivityLink
        fields = ("url", "state", "checked_at", "captured_on", "archived")
        read_only_fields = fields


class ReachReadingSerializer(HouseSerializer):
    """The latest reading of a unit counts; units are never summed."""

    class Meta:
        model = ReachReading
        fields = ("id", "activity", "unit", "kind", "number", "read_on", "source")
        read_only_fields = fields


class ActivitySerializer(HouseSerializer):
    """`version` counts the saves: send the one that was read with every change."""

    project = serializers.CharField(source="project.code", read_only=True)
    duties = DutiesField(read_only=True)
    links = ActivityLinkSerializer(many=True, read_only=True)
    readings = ReachReadingSerializer(many=True, read_only=True)

    class Meta:
        model = Activity
        fields = (
            "id", "project", "partner", "planned", "group", "channel", "result", "event", "title", "description",
            "language", "done_on", "ends_on", "place", "duties", "links", "readings", "files", "version", "changed_at",
        )  # fmt: skip
        read_only_fields = fields


class NewActivitySerializer(HouseSerializer):
    partner = VisibleField(Partner)
    planned = VisibleField(PlannedActivity, allow_null=True, required=False)
    group = VisibleField(TargetGroup, allow_null=True, required=False)
    channel = VisibleField(Channel, allow_null=True, required=False)
    result = VisibleField(Output, allow_null=True, required=False)
    event = VisibleField(Event, allow_null=True, required=False)
    description = serializers.CharField(max_length=20_000, required=False, allow_blank=True)
    duties = DutiesField(required=False)
    links = serializers.ListField(child=serializers.URLField(max_length=500), max_length=50, required=False)

    class Meta:
        model = Activity
        fields = (
            "partner", "planned", "group", "channel", "result", "event", "title", "description", "language", "done_on",
            "ends_on", "place", "duties", "links",
        )  # fmt: skip


class ChangeActivitySerializer(NewActivitySerializer):
    """If somebody saved the activity since `version`, the answer is 409. What is not named stays."""

    version = serializers.IntegerField(min_value=1, max_value=2**31 - 1)

    class Meta:
        model = NewActivitySerializer.Meta.model
        fields = ("version", *NewActivitySerializer.Meta.fields)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.required = name == "version"


class NewReadingSerializer(serializers.Serializer[Any]):
    """What a counter said on a day; a number above a million is to be confirmed."""

    unit = serializers.ChoiceField(ReachUnit.choices)
    kind = serializers.ChoiceField(ReachKind.choices)
    number = serializers.IntegerField(min_value=0, max_value=2_000_000_000)
    read_on = serializers.DateField()
    source = serializers.CharField(max_length=200)  # type: ignore[assignment]
    confirmed = serializers.BooleanField(default=False)
