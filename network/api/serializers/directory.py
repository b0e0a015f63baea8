"""Organisations, people and learning at work."""

from __future__ import annotations

from rest_framework import serializers

from core.api.fields import HouseSerializer, TextsField, VisibleField, VisibleSlugField
from network.api.serializers.countries import check_country
from network.codes.isced_f import FIELDS
from network.codes.nace import SECTIONS
from network.models import Experience, Organisation, Partner, Person, Project


class OrganisationSerializer(HouseSerializer):
    website = serializers.CharField(read_only=True)

    class Meta:
        model = Organisation
        fields = (
            "id", "name", "short_name", "kind", "size", "parent", "oid", "pic", "vat", "country", "region", "city",
            "address", "website", "sector", "latitude", "longitude", "merged_into", "created_at", "changed_at",
        )  # fmt: skip
        read_only_fields = fields


class WriteOrganisationSerializer(HouseSerializer):
    parent = VisibleField(Organisation, required=False, allow_null=True)  # type: ignore[assignment]
    country = serializers.CharField(max_length=2, required=False, allow_blank=True, validators=[check_country])

    class Meta:
        model = Organisation
        fields: tuple[str, ...] = (
            "name", "short_name", "kind", "size", "parent", "oid", "pic", "vat", "country", "region", "city", "address",
            "website", "sector", "latitude", "longitude",
        )  # fmt: skip


class NewOrganisationSerializer(WriteOrganisationSerializer):
    project = VisibleSlugField(Project, "code")

    class Meta(WriteOrganisationSerializer.Meta):
        fields = ("project", *WriteOrganisationSerializer.Meta.fields)


class ChangeOrganisationSerializer(WriteOrganisationSerializer):
    """`seen` is the `changed_at` that was read: if somebody changed the record since, the answer is 409."""

    seen = serializers.CharField(max_length=40)

    class Meta(WriteOrganisationSerializer.Meta):
        fields = ("seen", *WriteOrganisationSerializer.Meta.fields)
        extra_kwargs = {"name": {"required": False}}


class PersonSerializer(HouseSerializer):
    name = serializers.CharField(source="full_name", read_only=True)
    emails = serializers.SerializerMethodField()
    partners = serializers.SerializerMethodField(help_text="those of the user's projects")

    class Meta:
        model = Person
        fields = (
            "id", "name", "given_name", "family_name", "emails", "phone", "country", "language", "birth_year", "gender",
            "fewer_opportunities", "is_minor", "guardian_contact", "do_not_contact", "partners", "merged_into",
            "created_at", "changed_at",
        )  # fmt: skip
        read_only_fields = fields

    def get_emails(self, person: Person) -> list[str]:
        return [email.address for email in person.emails.all()]

    def get_partners(self, person: Person) -> list[int]:
        return [partner.pk for partner in person.partners.all()]


class WritePersonSerializer(HouseSerializer):
    country = serializers.CharField(max_length=2, required=False, allow_blank=True, validators=[check_country])
    partners = VisibleField(Partner, many=True, allow_empty=False)
    emails = serializers.ListField(child=serializers.EmailField(), required=False, max_length=20)

    class Meta:
        model = Person
        fields: tuple[str, ...] = (
            "given_name", "family_name", "emails", "phone", "country", "language", "birth_year", "gender",
            "fewer_opportunities", "is_minor", "guardian_contact", "do_not_contact", "partners",
        )  # fmt: skip


class ChangePersonSerializer(WritePersonSerializer):
    """`seen` is the `changed_at` that was read: if somebody changed the record since, the answer is 409."""

    seen = serializers.CharField(max_length=40)
    partners = VisibleField(Partner, many=True, allow_empty=False, required=False)

    class Meta(WritePersonSerializer.Meta):
        fields = ("seen", *WritePersonSerializer.Meta.fields)


class ExperienceSerializer(HouseSerializer):
    project = serializers.CharField(source="project.code", read_only=True)
    outcomes = serializers.ListField(read_only=True)
    efqea = serializers.ListField(read_only=True)
    story = TextsField(read_only=True)

    class Meta:
        model = Experience
        fields = (
            "id", "project", "partner", "title", "kind", "level", "learner", "provider", "host", "provider_tutor",
            "host_tutor", "starts_on", "ends_on", "hours", "sector", "field_of_education", "eqf", "tasks", "outcomes",
            "efqea", "assessment", "state", "story_name", "story", "published_at", "version",
        )  # fmt: skip
        read_only_fields = fields


class WriteExperienceSerializer(HouseSerializer):
    """All organisations and people are among those one may see; the state moves by review, not by writing."""

    partner = VisibleField(Partner)
    learner = VisibleField(Person, required=False, allow_null=True)
    provider = VisibleField(Organisation)
    host = VisibleField(Organisation)
    provider_tutor = VisibleField(Person, required=False, allow_null=True)
    host_tutor = VisibleField(Person, required=False, allow_null=True)
    sector = serializers.ChoiceField([*SECTIONS], required=False, allow_blank=True)
    field_of_education = serializers.ChoiceField([*FIELDS], required=False, allow_blank=True)
    outcomes = serializers.ListField(child=serializers.CharField(max_length=1000), required=False, max_length=100)
    efqea = serializers.ListField(child=serializers.CharField(max_length=20), required=False, max_length=100)

    class Meta:
        model = Experience
        fields: tuple[str, ...] = (
            "partner", "title", "kind", "level", "learner", "provider", "provider_tutor", "host", "host_tutor",
            "starts_on", "ends_on", "hours", "sector", "field_of_education", "eqf", "tasks", "outcomes", "efqea",
            "assessment", "story_name",
        )  # fmt: skip


class ChangeExperienceSerializer(WriteExperienceSerializer):
    """`version` is the one that was read: if somebody changed the record since, the answer is 409."""

    version = serializers.IntegerField(min_value=1)
    partner = VisibleField(Partner, required=False)
    provider = VisibleField(Organisation, required=False)
    host = VisibleField(Organisation, required=False)

    class Meta(WriteExperienceSerializer.Meta):
        fields = ("version", *WriteExperienceSerializer.Meta.fields)
        extra_kwargs = {name: {"required": False} for name in ("title", "kind", "level", "starts_on", "ends_on")}
