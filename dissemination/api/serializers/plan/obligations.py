"""What the grant agreement obliges partners to: events that are owed, and other tasks."""

from __future__ import annotations

from rest_framework import serializers

from core.api.fields import HouseSerializer, TextsField, VisibleField, VisibleSlugField
from dissemination.api.serializers.fields import TitleField
from dissemination.api.serializers.plan.base import InProjectSerializer, SeenSerializer
from dissemination.models import (
    ContractualTask,
    EventDuty,
)
from network.models import Partner, Project


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
