"""The plan as it was adopted, and who accepted it."""

from __future__ import annotations

from rest_framework import serializers

from core.api.fields import HouseSerializer, VisibleField, VisibleSlugField
from dissemination.api.serializers.plan.base import InProjectSerializer
from dissemination.models import (
    PlanAcceptance,
    PlanVersion,
)
from network.models import Partner, Project


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
