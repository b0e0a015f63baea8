"""The plan as it was adopted, and who accepts it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.viewsets import once
from core.enums import ApiScope
from dissemination.api.base import stop_on_foreign
from dissemination.api.serializers.plan.versions import AcceptanceSerializer, AdoptionSerializer, PlanVersionSerializer
from dissemination.models import PlanVersion
from dissemination.services.plan.adoption import accept_plan, adopt_plan
from network.api.base import NetworkReadViewSet
from network.api.filters import ByProject


@extend_schema(tags=["Dissemination plan"])
class PlanVersionViewSet(NetworkReadViewSet):
    """Frozen versions of the plan with their hash; the newest is in force."""

    model = PlanVersion
    queryset = PlanVersion.objects.all()
    serializer_class = PlanVersionSerializer
    filterset_class = ByProject
    permissions: ClassVar[dict[str, str]] = {
        "list": "dissemination.view_planversion", "retrieve": "dissemination.view_planversion",
        "create": "dissemination.adopt_plan", "accept": "dissemination.accept_plan",
    }  # fmt: skip
    scopes: ClassVar[dict[str, ApiScope]] = dict.fromkeys(("create", "accept"), ApiScope.DECIDE)

    def rows(self, visible: QuerySet[PlanVersion]) -> QuerySet[PlanVersion]:
        return visible.select_related("project").prefetch_related("acceptances")

    @extend_schema(request=AdoptionSerializer, responses={201: PlanVersionSerializer})
    @once
    def create(self, request: Request) -> Response:
        """Adopt the plan as it stands; an amendment says what changes and why."""
        given = self.valid(AdoptionSerializer)
        self.require("dissemination.adopt_plan", given["project"])
        return Response(self.get_serializer(adopt_plan(by=self.user, **given)).data, status=201)

    @extend_schema(request=AcceptanceSerializer, responses=PlanVersionSerializer)
    @action(detail=True, methods=["post"])
    def accept(self, request: Request, pk: Any = None) -> Response:
        """Accept the version in force for a partner, by name and date. Accepting twice changes nothing."""
        version = self.get_object()
        given = self.valid(AcceptanceSerializer)
        stop_on_foreign(given, version.project)
        accept_plan(version=version, by=self.user, **given)
        return Response(self.get_serializer(self.get_queryset().get(pk=version.pk)).data)
