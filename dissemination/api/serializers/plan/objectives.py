"""Objectives and the target groups that they address."""

from __future__ import annotations

from core.api.fields import HouseSerializer, TextsField, VisibleField, VisibleSlugField
from dissemination.api.serializers.fields import TitleField
from dissemination.api.serializers.plan.base import InProjectSerializer, SeenSerializer
from dissemination.models import (
    Objective,
    TargetGroup,
)
from network.models import Category, Project


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
