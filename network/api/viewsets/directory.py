"""Organisations, people and learning at work."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import Prefetch, QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from core import audit
from network.api.base import NetworkReadViewSet
from network.api.filters import ExperienceFilter, OrganisationFilter, PersonFilter
from network.api.serializers.directory import ExperienceSerializer, OrganisationSerializer, PersonSerializer
from network.models import Experience, Organisation, Partner, Person


@extend_schema(tags=["Organisations"])
class OrganisationViewSet(NetworkReadViewSet):
    """Schools, enterprises and public bodies that one's projects know."""

    model = Organisation
    queryset = Organisation.objects.all()
    serializer_class = OrganisationSerializer
    filterset_class = OrganisationFilter
    permissions: ClassVar[dict[str, str]] = {
        "list": "network.view_organisation", "retrieve": "network.view_organisation",
    }  # fmt: skip


@extend_schema(tags=["People"])
class PersonViewSet(NetworkReadViewSet):
    """People of one's own partner; for coordinators and auditors, of all partners. Reading names is logged."""

    model = Person
    queryset = Person.objects.all()
    serializer_class = PersonSerializer
    filterset_class = PersonFilter
    permissions: ClassVar[dict[str, str]] = {"list": "network.view_person", "retrieve": "network.view_person"}

    def rows(self, visible: QuerySet[Person]) -> QuerySet[Person]:
        known_at = Partner.objects.visible_to(self.request.user).order_by("pk")
        return visible.prefetch_related("emails", Prefetch("partners", known_at))

    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """People by page."""
        response = super().list(request, *args, **kwargs)
        shown = [row["id"] for row in response.data["results"]]
        audit.record("network.person.listed", target=None, by=self.user, people=shown)
        return response

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """One person."""
        person = self.get_object()
        audit.record("network.person.opened", target=person, by=self.user)
        return Response(self.get_serializer(person).data)


@extend_schema(tags=["Experiences"])
class ExperienceViewSet(NetworkReadViewSet):
    """One learner's work-based learning at one host enterprise."""

    model = Experience
    queryset = Experience.objects.all()
    serializer_class = ExperienceSerializer
    filterset_class = ExperienceFilter
    permissions: ClassVar[dict[str, str]] = {"list": "network.view_experience", "retrieve": "network.view_experience"}

    def rows(self, visible: QuerySet[Experience]) -> QuerySet[Experience]:
        return visible.select_related("project")
