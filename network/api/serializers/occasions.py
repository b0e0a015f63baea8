"""What people took part in, and heads counted there without names."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from rest_framework import serializers

from core.api.fields import HouseSerializer, VisibleField, VisibleSlugField
from network.api.serializers.countries import check_country
from network.models import (
    AggregateCount,
    Category,
    Evidence,
    Occasion,
    Partner,
    Project,
)


class OccasionSerializer(HouseSerializer):
    project = serializers.CharField(source="project.code", read_only=True)
    partner = VisibleField(Partner, allow_null=True, required=False)

    class Meta:
        model = Occasion
        fields = ("id", "project", "partner", "kind", "title", "held_on", "ends_on", "country", "place", "mode")
        read_only_fields = fields


class NewOccasionSerializer(HouseSerializer):
    project = VisibleSlugField(Project, "code")
    partner = VisibleField(Partner, allow_null=True, required=False)
    country = serializers.CharField(max_length=2, required=False, allow_blank=True, validators=[check_country])

    class Meta:
        model = Occasion
        fields = ("project", "partner", "kind", "title", "held_on", "ends_on", "country", "place", "mode")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if attrs.get("ends_on") and attrs["ends_on"] < attrs["held_on"]:
            raise serializers.ValidationError({"ends_on": _("It ends before it starts.")}, code="days")
        if attrs.get("partner") and attrs["partner"].project_id != attrs["project"].pk:
            raise serializers.ValidationError(
                {"partner": _("This partner belongs to another project.")}, code="foreign"
            )
        return attrs


class UnnamedCountSerializer(HouseSerializer):
    project = serializers.CharField(source="partner.project.code", read_only=True)

    class Meta:
        model = AggregateCount
        fields = (
            "id", "project", "partner", "category", "occasion", "heads", "evidence", "reason", "period", "created_at",
        )  # fmt: skip
        read_only_fields = fields


class NewUnnamedCountSerializer(serializers.Serializer[Any]):
    """Heads on a paper list; more than 10 000 are to be confirmed."""

    occasion = VisibleField(Occasion)
    partner = VisibleField(Partner)
    category = VisibleField(Category)
    heads = serializers.IntegerField(min_value=1, max_value=2**31 - 1)
    evidence = VisibleField(Evidence)
    reason = serializers.CharField(max_length=300)
    confirmed = serializers.BooleanField(default=False)
