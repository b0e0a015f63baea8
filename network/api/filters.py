"""What lists may be narrowed by."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django_filters import rest_framework as filters
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field

from network.models import (
    AggregateCount,
    Category,
    Evidence,
    Experience,
    ImportBatch,
    Invitation,
    Membership,
    Occasion,
    Organisation,
    Participation,
    Partner,
    Period,
    Person,
    Target,
)


@extend_schema_field(OpenApiTypes.INT64)
class IdFilter(filters.NumberFilter):
    """The id of a row; a number that cannot be one is refused."""

    field_class = forms.IntegerField

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, min_value=0, max_value=2**63 - 1, **kwargs)


class ByProject(filters.FilterSet):
    project = filters.CharFilter("project__code", help_text="The project's code.")


class PartnerFilter(ByProject):
    class Meta:
        model = Partner
        fields = ("project", "role")


class MembershipFilter(ByProject):
    partner = IdFilter("partner_id")

    class Meta:
        model = Membership
        fields = ("project", "partner", "role")


class InvitationFilter(ByProject):
    partner = IdFilter("partner_id")

    class Meta:
        model = Invitation
        fields = ("project", "partner", "role")


class UnnamedCountFilter(filters.FilterSet):
    project = filters.CharFilter("partner__project__code", help_text="The project's code.")
    partner = IdFilter("partner_id")
    category = IdFilter("category_id")
    occasion = IdFilter("occasion_id")
    period = IdFilter("period_id")

    class Meta:
        model = AggregateCount
        fields = ("project", "partner", "category", "occasion", "period")


class CategoryFilter(ByProject):
    class Meta:
        model = Category
        fields = ("project", "unit")


class PeriodFilter(ByProject):
    class Meta:
        model = Period
        fields = ("project", "state")


class TargetFilter(filters.FilterSet):
    project = filters.CharFilter("partner__project__code", help_text="The project's code.")
    partner = IdFilter("partner_id")
    category = IdFilter("category_id")

    class Meta:
        model = Target
        fields = ("project", "partner", "category")


class OccasionFilter(ByProject):
    held_from = filters.DateFilter("held_on", "gte")
    held_to = filters.DateFilter("held_on", "lte")

    class Meta:
        model = Occasion
        fields = ("project", "kind")


class EvidenceFilter(ByProject):
    class Meta:
        model = Evidence
        fields = ("project", "kind", "sha256")


class ParticipationFilter(ByProject):
    partner = IdFilter("partner_id")
    category = IdFilter("category_id")
    person = IdFilter("person_id")
    organisation = IdFilter("organisation_id")
    occasion = IdFilter("occasion_id")
    period = IdFilter("period_id")
    held_from = filters.DateFilter("held_on", "gte")
    held_to = filters.DateFilter("held_on", "lte")

    class Meta:
        model = Participation
        fields = ("project", "state", "mode", "role", "is_late")


class OrganisationFilter(filters.FilterSet):
    project = filters.CharFilter("projects__code", help_text="The project's code.")
    name = filters.CharFilter("name", "icontains")

    class Meta:
        model = Organisation
        fields = ("project", "name", "kind", "country", "oid", "vat")


class PersonFilter(filters.FilterSet):
    partner = IdFilter("partners", help_text="People known to this partner.")
    name = filters.CharFilter(method="by_name", help_text="Part of the given or family name.")

    class Meta:
        model = Person
        fields = ("partner", "name", "country")

    def by_name(self, people: QuerySet[Person], _name: str, text: str) -> QuerySet[Person]:
        return people.filter(given_name__icontains=text) | people.filter(family_name__icontains=text)


class ExperienceFilter(ByProject):
    partner = IdFilter("partner_id")

    class Meta:
        model = Experience
        fields = ("project", "partner", "kind", "level", "state")


class ImportFilter(ByProject):
    partner = IdFilter("partner_id")

    class Meta:
        model = ImportBatch
        fields = ("project", "partner", "kind", "state")
