"""Projects with their quota board, partners and categories."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.viewsets import once
from network.api.base import NetworkReadViewSet
from network.api.filters import CategoryFilter, PartnerFilter
from network.api.serializers.board import BoardQuerySerializer, BoardSerializer
from network.api.serializers.projects import CategorySerializer, PartnerSerializer, ProjectSerializer
from network.api.serializers.team import ChangePartnerSerializer, NewPartnerSerializer
from network.models import Category, Partner, Period, Project
from network.rules.board.figures import board_figures
from network.services.board import quota_board
from network.services.partners import add_partner, change_partner
from network.services.projects import create_project


@extend_schema(tags=["Projects"])
class ProjectViewSet(NetworkReadViewSet):
    """The projects whose partners one works for."""

    model = Project
    queryset = Project.objects.all()
    serializer_class = ProjectSerializer
    lookup_field = "code"
    lookup_value_converter = "slug"
    filterset_fields: ClassVar[list[str]] = ["call_year", "is_public"]
    permissions: ClassVar[dict[str, str]] = {
        "list": "network.view_project", "retrieve": "network.view_project", "board": "network.view_board",
        "create": "network.add_project",
    }  # fmt: skip

    def may_begin(self, permission: str) -> bool:
        """A project to come stands in none of the user's projects."""
        return bool(self.user.has_perm(permission))

    @extend_schema(request=OpenApiTypes.OBJECT, responses={201: ProjectSerializer})
    @once
    def create(self, request: Request) -> Response:
        """Begin a project from the same description that a project file holds."""
        project = create_project(request.data, by=self.user)
        return Response(self.get_serializer(project).data, status=201)

    @extend_schema(parameters=[BoardQuerySerializer], responses=BoardSerializer, filters=False)
    @action(detail=True, pagination_class=None)
    def board(self, request: Request, code: str) -> Response:
        """The quota board: distinct heads by partner and category, with target, pace and outlook."""
        project: Project = self.get_object()
        asked = BoardQuerySerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        found: dict[str, Any] = {
            name: get_object_or_404(model.objects.in_project(project), pk=asked.validated_data[name])
            for name, model in (("partner", Partner), ("period", Period))
            if name in asked.validated_data
        }
        return Response(board_figures(quota_board(project, **found)))


@extend_schema(tags=["Partners"])
class PartnerViewSet(NetworkReadViewSet):
    """The organisations that carry a project."""

    model = Partner
    queryset = Partner.objects.all()
    serializer_class = PartnerSerializer
    filterset_class = PartnerFilter
    permissions: ClassVar[dict[str, str]] = {
        "list": "network.view_partner", "retrieve": "network.view_partner", "create": "network.change_partner",
        "partial_update": "network.change_partner",
    }  # fmt: skip

    def rows(self, visible: QuerySet[Partner]) -> QuerySet[Partner]:
        return visible.select_related("project", "organisation")

    @extend_schema(request=NewPartnerSerializer, responses={201: PartnerSerializer})
    @once
    def create(self, request: Request) -> Response:
        """Let an organisation take part in a project."""
        given = self.valid(NewPartnerSerializer)
        self.require("network.change_partner", given["project"])
        return Response(self.get_serializer(add_partner(by=self.user, **given)).data, status=201)

    @extend_schema(request=ChangePartnerSerializer, responses=PartnerSerializer)
    def partial_update(self, request: Request, pk: Any = None) -> Response:
        """Change what is known of a partner. Targets do not move by it: they are amended."""
        partner = self.get_object()
        names = ("number", "role", "joined_on", "left_on", "follows", "budget_share")
        facts = {name: getattr(partner, name) for name in names} | self.valid(ChangePartnerSerializer)
        return Response(self.get_serializer(change_partner(partner=partner, by=self.user, **facts)).data)


@extend_schema(tags=["Categories"])
class CategoryViewSet(NetworkReadViewSet):
    """The kinds of stakeholders a project promised to involve."""

    model = Category
    queryset = Category.objects.all()
    serializer_class = CategorySerializer
    filterset_class = CategoryFilter
    permissions: ClassVar[dict[str, str]] = {"list": "network.view_category", "retrieve": "network.view_category"}

    def rows(self, visible: QuerySet[Category]) -> QuerySet[Category]:
        return visible.select_related("project")
