"""Files that prove participations."""

from __future__ import annotations

from rest_framework import serializers

from core.api.fields import HouseSerializer, VisibleField
from network.models import (
    Evidence,
    Partner,
)


class NewEvidenceSerializer(HouseSerializer):
    partner = VisibleField(Partner)
    file = serializers.FileField()

    class Meta:
        model = Evidence
        fields = ("partner", "kind", "file", "title", "covers", "proves_on")


class EvidenceSerializer(HouseSerializer):
    project = serializers.CharField(source="project.code", read_only=True)
    partner = VisibleField(Partner, read_only=True)
    flagged = serializers.CharField(source="flag_words", read_only=True)

    class Meta:
        model = Evidence
        fields = (
            "id", "project", "partner", "kind", "title", "given_name", "content_type", "size", "sha256", "covers",
            "proves_on", "flagged", "superseded_by", "created_at",
        )  # fmt: skip
        read_only_fields = fields
