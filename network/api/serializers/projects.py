"""Projects, their partners, categories, targets and periods."""

from __future__ import annotations

from typing import Any, ClassVar

from rest_framework import serializers

from core.api.fields import HouseSerializer, TextsField, VisibleField
from network.models import Category, Partner, Period, Project, Target


class ProjectSerializer(HouseSerializer):
    title = TextsField(read_only=True)
    summary = TextsField(read_only=True)
    aims = TextsField(read_only=True)
    languages = serializers.ListField(child=serializers.CharField(), read_only=True)

    class Meta:
        model = Project
        fields = (
            "code", "title", "summary", "aims", "action", "call_year", "number", "starts_on", "ends_on", "grant",
            "time_zone", "languages", "is_public",
        )  # fmt: skip
        read_only_fields = fields


class PartnerSerializer(HouseSerializer):
    project = serializers.CharField(source="project.code", read_only=True)
    name = serializers.CharField(source="organisation.name", read_only=True)
    country = serializers.CharField(source="organisation.country", read_only=True)

    class Meta:
        model = Partner
        fields = (
            "id", "project", "number", "name", "country", "organisation", "role", "joined_on", "left_on", "follows",
            "budget_share",
        )  # fmt: skip
        read_only_fields = fields
        extra_kwargs: ClassVar[dict[str, Any]] = {
            "budget_share": {"help_text": "For coordinators, auditors and the partner's own managers; null for others."}
        }

    def to_representation(self, instance: Partner) -> Any:
        shown = super().to_representation(instance)
        if not self.context["request"].user.has_perm("network.view_budget", instance):
            shown["budget_share"] = None
        return shown


class CategorySerializer(HouseSerializer):
    project = serializers.CharField(source="project.code", read_only=True)
    name = TextsField(read_only=True)

    class Meta:
        model = Category
        fields = ("id", "project", "code", "name", "unit", "allows_unnamed", "stated_total")
        read_only_fields = fields


class TargetSerializer(HouseSerializer):
    """Targets are amended by a new version that says why, never written over."""

    project = serializers.CharField(source="partner.project.code", read_only=True)
    partner = VisibleField(Partner)
    category = VisibleField(Category)
    heads = serializers.IntegerField(min_value=0, max_value=2_000_000_000)
    reason = serializers.CharField(max_length=2000)

    class Meta:
        model = Target
        fields = ("id", "project", "partner", "category", "heads", "valid_from", "reason", "created_at")
        validators = ()


class PeriodSerializer(HouseSerializer):
    project = serializers.CharField(source="project.code", read_only=True)

    class Meta:
        model = Period
        fields = ("id", "project", "name", "starts_on", "ends_on", "due_on", "state")
        read_only_fields = fields


class ReasonSerializer(serializers.Serializer[None]):
    reason = serializers.CharField(max_length=2000)
