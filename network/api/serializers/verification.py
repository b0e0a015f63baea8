"""Records that are decided on together."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from rest_framework import serializers

from core.api.fields import VisibleField
from network.models import (
    Participation,
)


class RecordsSerializer(serializers.Serializer[Any]):
    """Records to decide on, 500 at most."""

    records = VisibleField(Participation, many=True, allow_empty=False)

    def validate_records(self, records: list[Participation]) -> list[Participation]:
        if len(records) > 500:
            raise serializers.ValidationError(_("500 records at most."), code="too_many")
        return records


class RecordsWithReasonSerializer(RecordsSerializer):
    reason = serializers.CharField(max_length=300)


class SkippedSerializer(serializers.Serializer[Any]):
    record = serializers.IntegerField()
    problems = serializers.ListField(child=serializers.CharField())


class DecidedSerializer(serializers.Serializer[Any]):
    """What was done, and what was skipped and why."""

    done = serializers.ListField(child=serializers.IntegerField())
    skipped = SkippedSerializer(many=True)
