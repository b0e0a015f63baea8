"""Who registered, and who was seen."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from rest_framework import serializers

from core.api.fields import HouseSerializer, VisibleField
from dissemination.api.serializers.fields import AnswerField, MomentField
from dissemination.enums import AttendanceKind
from dissemination.models import Attendance, Certificate, Event, Registration, Session
from network.enums import Mode
from network.models import Category, Partner


class RegistrationSerializer(HouseSerializer):
    project = serializers.CharField(source="event.project.code", read_only=True)
    answers = serializers.DictField(child=AnswerField(), read_only=True)

    class Meta:
        model = Registration
        fields = (
            "id", "project", "event", "name", "email", "organisation_name", "organisation_address", "country",
            "function", "category", "invited_by", "mode", "language", "access_needs", "diet_needs", "photo_consent",
            "answers", "state", "place", "offer_expires_at", "source", "reason", "person", "organisation", "created_at",
            "changed_at",
        )  # fmt: skip
        read_only_fields = fields


class NewRegistrationSerializer(serializers.Serializer[Any]):
    """Somebody whom the organiser enters; what the event's rules say is answered with 422."""

    event = VisibleField(Event)
    name = serializers.CharField(max_length=300)
    email = serializers.CharField(max_length=254, required=False, allow_blank=True)
    organisation_name = serializers.CharField(max_length=300)
    organisation_address = serializers.CharField(max_length=300, required=False, allow_blank=True)
    country = serializers.CharField(max_length=2, help_text="of the organisation")
    function = serializers.CharField(max_length=200, required=False, allow_blank=True)
    category = VisibleField(Category, allow_null=True, required=False)
    invited_by = VisibleField(
        Partner, allow_null=True, required=False, help_text="one of the event's partners with seats kept for its guests"
    )
    mode = serializers.ChoiceField(Mode.choices, required=False)
    language = serializers.ChoiceField(settings.LANGUAGES, default="en")
    access_needs = serializers.CharField(max_length=500, required=False, allow_blank=True)
    diet_needs = serializers.CharField(max_length=500, required=False, allow_blank=True)
    photo_consent = serializers.BooleanField(default=False)
    answers = serializers.DictField(child=AnswerField(), required=False, help_text="by the key of the question")


class AttendanceSerializer(HouseSerializer):
    """That somebody was seen. Every scan is kept; only those that are `counted` count."""

    project = serializers.CharField(source="event.project.code", read_only=True)

    class Meta:
        model = Attendance
        fields = (
            "id", "project", "event", "registration", "session", "kind", "outcome", "why", "nonce", "device",
            "scanned_at", "confirmed_at", "created_at",
        )  # fmt: skip
        read_only_fields = fields


class NewAttendanceSerializer(serializers.Serializer[Any]):
    """The nonce makes one of a scan that is sent again; of several scans of a guest the earliest one counts."""

    registration = VisibleField(Registration)
    session = VisibleField(Session, allow_null=True, required=False)
    nonce = serializers.CharField(max_length=64)
    kind = serializers.ChoiceField([AttendanceKind.SCAN, AttendanceKind.BY_NAME])
    scanned_at = MomentField()
    device = serializers.CharField(max_length=64, required=False, allow_blank=True)


class CertificateSerializer(HouseSerializer):
    """Anybody who holds the serial number may check it on the public page."""

    project = serializers.CharField(source="event.project.code", read_only=True)
    valid = serializers.BooleanField(source="is_valid", read_only=True)

    class Meta:
        model = Certificate
        fields = (
            "id", "project", "event", "registration", "serial", "holder_name", "hours", "issued_at", "valid",
            "supersedes", "superseded_at", "revoked_at", "reason",
        )  # fmt: skip
        read_only_fields = fields


class HolderSerializer(serializers.Serializer[Any]):
    holder_name = serializers.CharField(max_length=300)
