"""Occasions, participations and what proves them."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from rest_framework import serializers

from core.api.fields import HouseSerializer, VisibleField, VisibleSlugField
from network import countries
from network.enums import Mode, ParticipationRole
from network.models import (
    AggregateCount,
    Category,
    Evidence,
    Occasion,
    Organisation,
    Participation,
    Partner,
    Person,
    Project,
)


def check_country(code: str) -> None:
    if code and code not in countries.names("en"):
        raise serializers.ValidationError(_("Write the two letters of a country (ISO 3166-1)."), code="country")


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


class ParticipationSerializer(HouseSerializer):
    project = serializers.CharField(source="project.code", read_only=True)

    class Meta:
        model = Participation
        fields = (
            "id", "project", "partner", "category", "person", "organisation", "occasion", "held_on", "hours", "mode",
            "role", "state", "signed", "function_then", "organisation_then", "country_then", "evidence", "period",
            "is_late", "note", "decided_at", "reason", "version", "created_at", "changed_at",
        )  # fmt: skip
        read_only_fields = fields


class NoteParticipationSerializer(serializers.Serializer[Any]):
    """One subject at one occasion: a person or an organisation, as the category counts them."""

    occasion = VisibleField(Occasion)
    partner = VisibleField(Partner)
    category = VisibleField(Category)
    person = VisibleField(Person, required=False)
    organisation = VisibleField(Organisation, required=False)
    held_on = serializers.DateField(required=False, help_text="the occasion's day, unless told")
    hours = serializers.DecimalField(max_digits=7, decimal_places=2, min_value=0, required=False)
    mode = serializers.ChoiceField(Mode.choices, required=False, help_text="the occasion's, unless told")
    role = serializers.ChoiceField(ParticipationRole.choices, default=ParticipationRole.PARTICIPANT)
    signed = serializers.BooleanField(required=False, allow_null=True)
    function_then = serializers.CharField(max_length=200, required=False, allow_blank=True)
    organisation_then = VisibleField(Organisation, required=False)
    country_then = serializers.CharField(max_length=2, required=False, allow_blank=True, validators=[check_country])
    note = serializers.CharField(max_length=300, required=False, allow_blank=True)
    evidence = VisibleField(Evidence, many=True, required=False)
    submit = serializers.BooleanField(default=True, help_text="hand it in for verification at once")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if ("person" in attrs) == ("organisation" in attrs):
            raise serializers.ValidationError(_("Give either a person or an organisation."), code="one_subject")
        project = attrs["occasion"].project_id
        if any(item.project_id != project for item in attrs.get("evidence", ())):
            raise serializers.ValidationError({"evidence": _("The file belongs to another project.")}, code="foreign")
        return attrs


class CorrectParticipationSerializer(HouseSerializer):
    """`version` is the one that was read: if somebody changed the record since, the answer is 409."""

    version = serializers.IntegerField(min_value=1)
    country_then = serializers.CharField(max_length=2, required=False, allow_blank=True, validators=[check_country])
    hours = serializers.DecimalField(max_digits=7, decimal_places=2, min_value=0, required=False, allow_null=True)

    class Meta:
        model = Participation
        fields = ("version", "held_on", "hours", "mode", "role", "signed", "function_then", "country_then", "note")
        extra_kwargs = {"held_on": {"required": False}}


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
