"""Events with their seats, programme and questions."""

from __future__ import annotations

from typing import Any
from zoneinfo import available_timezones

from django.utils.translation import gettext as _
from rest_framework import serializers

from core.api.fields import HouseSerializer, TextsField, VisibleField
from dissemination.api.serializers.fields import LabelsField, LanguagesField, MomentField, TitleField
from dissemination.api.serializers.plan.base import SeenSerializer
from dissemination.models import Event, PlannedEvent, Seats, Session, Speaker
from network.api.serializers.countries import check_country
from network.models import Category, Output, Partner


class SeatsSerializer(HouseSerializer):
    class Meta:
        model = Seats
        fields = ("mode", "capacity", "taken", "waiting")
        read_only_fields = fields


class ShareSerializer(serializers.Serializer[Any]):
    """Seats that a partner's guests on the waiting list get before others."""

    partner = VisibleField(Partner)
    seats = serializers.IntegerField(min_value=1, max_value=100_000)


class SpeakerSerializer(HouseSerializer):
    class Meta:
        model = Speaker
        fields = ("name", "function", "organisation")
        read_only_fields = fields


class SessionSerializer(HouseSerializer):
    title = TextsField(read_only=True)
    description = TextsField(read_only=True)
    speakers = SpeakerSerializer(many=True, read_only=True)

    class Meta:
        model = Session
        fields = ("id", "title", "description", "starts_at", "ends_at", "room", "speakers")
        read_only_fields = fields


class EventSerializer(HouseSerializer):
    """`questions` are the event's own, beside name, address, organisation and country."""

    project = serializers.CharField(source="project.code", read_only=True)
    title = TextsField(read_only=True)
    description = TextsField(read_only=True)
    access_notes = TextsField(read_only=True)
    languages = serializers.ListField(child=serializers.CharField(), read_only=True)
    seats = SeatsSerializer(many=True, read_only=True)
    shares = ShareSerializer(many=True, read_only=True)
    sessions = SessionSerializer(many=True, read_only=True)
    questions = serializers.ListField(
        source="form.questions", child=serializers.DictField(), read_only=True, default=list
    )

    class Meta:
        model = Event
        fields = (
            "id", "project", "partner", "co_organisers", "planned", "kind", "mode", "title", "description", "venue",
            "address", "country", "access_notes", "online_url", "time_zone", "starts_at", "ends_at",
            "previous_starts_at", "languages", "results", "category", "registration_opens_at",
            "registration_closes_at", "takes_registrations", "confirms_by_hand", "offer_hours", "is_listed", "state",
            "reason", "outside_reason", "is_late", "seats", "shares", "sessions", "questions", "occasion",
            "published_at", "changed_at",
        )  # fmt: skip
        read_only_fields = fields


class CapacitySerializer(serializers.Serializer[Any]):
    """Seats by way of taking part; null is room for all, a way that is not named stays as it is."""

    on_site = serializers.IntegerField(min_value=0, max_value=100_000, allow_null=True, required=False)
    virtual = serializers.IntegerField(min_value=0, max_value=100_000, allow_null=True, required=False)


def check_zone(name: str) -> None:
    if name not in available_timezones():
        raise serializers.ValidationError(_("This time zone is not known."), code="time_zone")


class NewEventSerializer(HouseSerializer):
    """Moments carry their offset; the time zone says what clocks at the event's place show."""

    partner = VisibleField(Partner, help_text="the organiser")
    co_organisers = VisibleField(Partner, many=True, required=False)
    planned = VisibleField(PlannedEvent, allow_null=True, required=False)
    category = VisibleField(Category, allow_null=True, required=False)
    results = VisibleField(Output, many=True, required=False)
    title = TitleField(longest=200)
    description = LabelsField(required=False)
    access_notes = LabelsField(required=False)
    country = serializers.CharField(max_length=2, required=False, allow_blank=True, validators=[check_country])
    time_zone = serializers.CharField(max_length=60, required=False, validators=[check_zone])
    starts_at = MomentField()
    ends_at = MomentField()
    registration_opens_at = MomentField(allow_null=True, required=False)
    registration_closes_at = MomentField(allow_null=True, required=False)
    offer_hours = serializers.IntegerField(min_value=1, max_value=720, required=False)
    languages = LanguagesField(required=False)
    capacity = CapacitySerializer(required=False)
    shares = ShareSerializer(many=True, required=False)

    class Meta:
        model = Event
        fields = (
            "partner", "co_organisers", "planned", "kind", "mode", "title", "description", "venue", "address",
            "country", "access_notes", "online_url", "time_zone", "starts_at", "ends_at", "languages", "results",
            "category", "registration_opens_at", "registration_closes_at", "takes_registrations", "confirms_by_hand",
            "offer_hours", "is_listed", "outside_reason", "capacity", "shares",
        )  # fmt: skip


class ChangeEventSerializer(SeenSerializer, NewEventSerializer):
    class Meta:
        model = NewEventSerializer.Meta.model
        fields = ("seen", *NewEventSerializer.Meta.fields)


class WhySerializer(serializers.Serializer[Any]):
    reason = serializers.CharField(max_length=300)


class NotedSerializer(serializers.Serializer[Any]):
    """What came of noting: ids of new participations, and of guests that wait for a category."""

    records = serializers.ListField(child=serializers.IntegerField())
    without_category = serializers.ListField(child=serializers.IntegerField())
