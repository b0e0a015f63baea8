"""What lists may be narrowed by."""

from __future__ import annotations

from django.db.models import QuerySet
from django_filters import rest_framework as filters

from network.models import (
    Category,
    Evidence,
    Experience,
    ImportBatch,
    Occasion,
    Organisation,
    Participation,
    Partner,
    Period,
    Person,
    Target,
)


class ByProject(filters.FilterSet):
    project = filters.CharFilter("project__code", help_text="The project's code.")


class PartnerFilter(ByProject):
    class Meta:
        model = Partner
        fields = ("project", "role")


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
    partner = filters.NumberFilter("partner_id")
    category = filters.NumberFilter("category_id")

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
    partner = filters.NumberFilter("partner_id")
    category = filters.NumberFilter("category_id")
    person = filters.NumberFilter("person_id")
    organisation = filters.NumberFilter("organisation_id")
    occasion = filters.NumberFilter("occasion_id")
    period = filters.NumberFilter("period_id")
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
    partner = filters.NumberFilter("partners", help_text="People known to this partner.")
    name = filters.CharFilter(method="by_name", help_text="Part of the given or family name.")

    class Meta:
        model = Person
        fields = ("partner", "name", "country")

    def by_name(self, people: QuerySet[Person], _name: str, text: str) -> QuerySet[Person]:
        return people.filter(given_name__icontains=text) | people.filter(family_name__icontains=text)


class ExperienceFilter(ByProject):
    partner = filters.NumberFilter("partner_id")

    class Meta:
        model = Experience
        fields = ("project", "partner", "kind", "level", "state")


class ImportFilter(ByProject):
    partner = filters.NumberFilter("partner_id")

    class Meta:
        model = ImportBatch
        fields = ("project", "partner", "kind", "state")
