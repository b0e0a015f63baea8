"""Who took part in what."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from rest_framework import serializers

from core.api.fields import HouseSerializer, VisibleField
from network.api.serializers.countries import check_country
from network.enums import Mode, ParticipationRole
from network.models import (
    Category,
    Evidence,
    Occasion,
    Organisation,
    Participation,
    Partner,
    Person,
)


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
