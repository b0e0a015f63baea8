"""Reports and the files they were printed to."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from core.api.fields import HouseSerializer, VisibleField
from network.models import Period
from reports.enums import FileFormat
from reports.models import Report, ReportFile, ReportTemplate


class ReportFileSerializer(HouseSerializer):
    class Meta:
        model = ReportFile
        fields = ("id", "report", "format", "name", "size", "pages", "sha256", "is_preview", "made_at")
        read_only_fields = fields


class ReportSerializer(HouseSerializer):
    project = serializers.CharField(source="project.code", read_only=True)

    class Meta:
        model = Report
        fields = (
            "id", "project", "period", "template", "language", "number", "follows", "change_note", "state", "due_on",
            "approved_at", "created_at",
        )  # fmt: skip
        read_only_fields = fields


class NewReportSerializer(HouseSerializer):
    period = VisibleField(Period)
    template = VisibleField(ReportTemplate)

    class Meta:
        model = Report
        fields = ("period", "template", "language", "due_on")
        validators = ()


class PrintSerializer(serializers.Serializer[Any]):
    format = serializers.ChoiceField(FileFormat.choices)


class RevisionSerializer(serializers.Serializer[Any]):
    change_note = serializers.CharField(max_length=300)
