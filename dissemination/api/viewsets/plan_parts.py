"""A part of a dissemination plan, saved through one service."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from django.db.models import Model, QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer

from core.api.viewsets import once
from dissemination.api.base import stop_on_foreign
from dissemination.services.plan.parts import save_part
from network.api.base import NetworkReadViewSet
from network.api.filters import ByProject
from network.models import Project


def may(noun: str, begin: str, change: str) -> dict[str, str]:
    view = f"dissemination.view_{noun}"
    return {"list": view, "retrieve": view, "create": begin, "partial_update": change}


def told(
    read: type[BaseSerializer[Any]], new: type[BaseSerializer[Any]], change: type[BaseSerializer[Any]]
) -> Callable[[type[PartViewSet]], type[PartViewSet]]:
    """What a part's viewset reads and sends, for the work and for the description."""

    def decorate(view: type[PartViewSet]) -> type[PartViewSet]:
        view.serializer_class, view.new, view.change = read, new, change
        described = extend_schema_view(
            create=extend_schema(request=new, responses={201: read}),
            partial_update=extend_schema(request=change, responses=read),
        )
        return extend_schema(tags=["Dissemination plan"])(described(view))

    return decorate


class PartViewSet(NetworkReadViewSet):
    """A part of the plan of today; the adopted version stays until the plan is adopted anew."""

    filterset_class: Any = ByProject
    new: ClassVar[type[BaseSerializer[Any]]]
    change: ClassVar[type[BaseSerializer[Any]]]

    def rows(self, visible: QuerySet[Any]) -> QuerySet[Any]:
        return visible.select_related("project")

    @once
    def create(self, request: Request) -> Response:
        """Write a part into the plan; the right is asked of the partner that promises it, or of the project."""
        facts = self.valid(self.new)
        source = facts.get("objective") or facts.get("partner")
        project: Project = facts.pop("project", None) or source.project
        self.require_change(project, facts)
        part: Model = self.model(project=project)  # type: ignore[call-arg]
        return Response(self.get_serializer(save_part(part, by=self.user, **facts)).data, status=201)

    def partial_update(self, request: Request, pk: Any = None) -> Response:
        """Change a part; what is not named stays."""
        part = self.get_object()
        facts = self.valid(self.change)
        self.require_change(part.project, facts)
        return Response(self.get_serializer(save_part(part, by=self.user, **facts)).data)

    def require_change(self, project: Project, facts: dict[str, Any]) -> None:
        permission = self.permissions["partial_update"]
        is_partners = permission != "dissemination.change_plan"
        self.require(permission, facts.get("partner", project) if is_partners else project)
        stop_on_foreign(facts, project)
