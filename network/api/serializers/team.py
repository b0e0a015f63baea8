"""Partners as they are written, who works for them, and who is invited."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from rest_framework import serializers

from core.api.fields import HouseSerializer, VisibleField, VisibleSlugField
from network.enums import PartnerRole, Role
from network.models import Invitation, Membership, Organisation, Partner, Project


class PartnerFactsSerializer(serializers.Serializer[Any]):
    """What is known of a partner; `follows` is the partner whose place it takes."""

    number = serializers.IntegerField(min_value=0, max_value=999)
    role = serializers.ChoiceField(PartnerRole.choices)
    joined_on = serializers.DateField(required=False, allow_null=True)
    left_on = serializers.DateField(required=False, allow_null=True)
    follows = VisibleField(Partner, required=False, allow_null=True)
    budget_share = serializers.DecimalField(
        max_digits=12, decimal_places=2, min_value=0, required=False, allow_null=True
    )


class NewPartnerSerializer(PartnerFactsSerializer):
    project = VisibleSlugField(Project, "code")
    organisation = VisibleField(Organisation)


class ChangePartnerSerializer(PartnerFactsSerializer):
    """What is not named stays."""

    number = serializers.IntegerField(min_value=0, max_value=999, required=False)
    role = serializers.ChoiceField(PartnerRole.choices, required=False)


class MembershipSerializer(HouseSerializer):
    project = serializers.CharField(source="project.code", read_only=True)
    member = serializers.CharField(source="user.get_full_name", read_only=True)

    class Meta:
        model = Membership
        fields = ("id", "project", "partner", "user", "member", "role", "ends_on", "created_at")
        read_only_fields = fields


class ChangeMembershipSerializer(serializers.Serializer[Any]):
    """What is not named stays."""

    role = serializers.ChoiceField(Role.choices, required=False)
    partner = VisibleField(Partner, required=False, allow_null=True)
    ends_on = serializers.DateField(required=False, allow_null=True)


class InvitationSerializer(HouseSerializer):
    project = serializers.CharField(source="project.code", read_only=True)

    class Meta:
        model = Invitation
        fields = (
            "id", "project", "partner", "email", "role", "membership_ends_on", "language", "expires_at", "accepted_at",
            "revoked_at", "created_at",
        )  # fmt: skip
        read_only_fields = fields


class NewInvitationSerializer(serializers.Serializer[Any]):
    """The link goes by mail to the address and to nobody else."""

    project = VisibleSlugField(Project, "code")
    email = serializers.EmailField(max_length=254)
    role = serializers.ChoiceField(Role.choices)
    partner = VisibleField(Partner, required=False, allow_null=True)
    ends_on = serializers.DateField(required=False, allow_null=True, help_text="the membership's last day")
    language = serializers.ChoiceField(settings.LANGUAGES, default="en")
