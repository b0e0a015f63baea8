"""Events as the plan promises them."""

from __future__ import annotations

from rest_framework import serializers

from core.api.fields import HouseSerializer, TextsField, VisibleField
from dissemination.api.serializers.fields import TitleField
from dissemination.api.serializers.plan.base import HEADS, InProjectSerializer, SeenSerializer
from dissemination.models import (
    PlannedEvent,
)
from network.api.serializers.countries import check_country
from network.models import Partner


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
