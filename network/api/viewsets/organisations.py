"""The directory of organisations."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.viewsets import once
from network.api.base import NetworkReadViewSet
from network.api.filters import OrganisationFilter
from network.api.serializers.directory import (
    ChangeOrganisationSerializer,
    NewOrganisationSerializer,
    OrganisationSerializer,
)
from network.models import Organisation, Project
from network.services.organisations import add_organisation, change_organisation


@extend_schema(tags=["Organisations"])
class OrganisationViewSet(NetworkReadViewSet):
    """Schools, enterprises and public bodies that one's projects know."""

    model = Organisation
    queryset = Organisation.objects.all()
    serializer_class = OrganisationSerializer
    filterset_class = OrganisationFilter
    permissions: ClassVar[dict[str, str]] = {
        "list": "network.view_organisation", "retrieve": "network.view_organisation",
        "create": "network.add_organisation", "partial_update": "network.change_organisation",
    }  # fmt: skip

    @extend_schema(request=NewOrganisationSerializer, responses={201: OrganisationSerializer})
    @once
    def create(self, request: Request) -> Response:
        """Write an organisation into a project's directory."""
        facts = self.valid(NewOrganisationSerializer)
        project = facts.pop("project")
        self.require("network.add_organisation", project)
        made = add_organisation(facts=facts, project=project, by=self.user)
        return Response(self.get_serializer(made).data, status=201)

    @extend_schema(request=ChangeOrganisationSerializer, responses=OrganisationSerializer)
    def partial_update(self, request: Request, pk: Any = None) -> Response:
        """Change what is known of an organisation; what is not named stays."""
        organisation = self.get_object()
        facts = self.valid(ChangeOrganisationSerializer)
        changed = change_organisation(
            organisation=organisation, seen=facts.pop("seen"), facts=facts, project=self.project_of(organisation),
            by=self.user,
        )  # fmt: skip
        return Response(self.get_serializer(changed).data)

    def project_of(self, organisation: Organisation) -> Project:
        """The project in whose log the change stands."""
        known_in = Project.objects.visible_to(self.user).filter(organisations=organisation).order_by("pk")
        allowed = [one for one in known_in if self.user.has_perm("network.add_organisation", one)]
        if not allowed:
            raise PermissionDenied
        return allowed[0]
