"""What people took part in, and heads counted there without names."""

from __future__ import annotations

from typing import ClassVar

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.viewsets import once
from network.api.base import NetworkReadViewSet
from network.api.filters import OccasionFilter, UnnamedCountFilter
from network.api.serializers.occasions import (
    NewOccasionSerializer,
    NewUnnamedCountSerializer,
    OccasionSerializer,
    UnnamedCountSerializer,
)
from network.models import AggregateCount, Occasion
from network.services.occasions import count_unnamed, create_occasion


@extend_schema(tags=["Occasions"])
class OccasionViewSet(NetworkReadViewSet):
    """What people took part in."""

    model = Occasion
    queryset = Occasion.objects.all()
    serializer_class = OccasionSerializer
    filterset_class = OccasionFilter
    permissions: ClassVar[dict[str, str]] = {
        "list": "network.view_occasion", "retrieve": "network.view_occasion", "create": "network.add_occasion",
    }  # fmt: skip

    @extend_schema(request=NewOccasionSerializer, responses={201: OccasionSerializer})
    @once
    def create(self, request: Request) -> Response:
        """Write the card of something people took part in."""
        facts = self.valid(NewOccasionSerializer)
        self.require("network.add_occasion", facts["project"])
        if partner := facts.get("partner"):
            self.require("network.write_for_partner", partner)
        occasion = create_occasion(by=self.user, **facts)
        return Response(self.get_serializer(occasion).data, status=201)

    def rows(self, visible: QuerySet[Occasion]) -> QuerySet[Occasion]:
        return visible.select_related("project")


@extend_schema(tags=["Participations"])
class UnnamedCountViewSet(NetworkReadViewSet):
    """Heads without names (a class list on paper): a column of their own, never mixed with distinct heads."""

    model = AggregateCount
    queryset = AggregateCount.objects.all()
    serializer_class = UnnamedCountSerializer
    filterset_class = UnnamedCountFilter
    permissions: ClassVar[dict[str, str]] = {
        "list": "network.view_aggregatecount", "retrieve": "network.view_aggregatecount",
        "create": "network.add_aggregatecount",
    }  # fmt: skip

    def rows(self, visible: QuerySet[AggregateCount]) -> QuerySet[AggregateCount]:
        return visible.select_related("partner__project")

    @extend_schema(request=NewUnnamedCountSerializer, responses={201: UnnamedCountSerializer})
    @once
    def create(self, request: Request) -> Response:
        """Count heads without names at an occasion, with the file that proves them and the reason."""
        given = self.valid(NewUnnamedCountSerializer)
        self.require("network.write_for_partner", given["partner"])
        return Response(self.get_serializer(count_unnamed(by=self.user, **given)).data, status=201)
