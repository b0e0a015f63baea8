"""What partners promised, and the periods they report on."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.viewsets import once
from core.enums import ApiScope
from network.api.base import NetworkReadViewSet
from network.api.filters import PeriodFilter, TargetFilter
from network.api.serializers.projects import PeriodSerializer, ReasonSerializer, TargetSerializer
from network.models import Period, Target
from network.services.periods import close_period, lock_period, reopen_period
from network.services.targets import amend_target


@extend_schema(tags=["Targets"])
class TargetViewSet(NetworkReadViewSet):
    """How many heads of a category a partner promised, version by version."""

    model = Target
    queryset = Target.objects.all()
    serializer_class = TargetSerializer
    filterset_class = TargetFilter
    permissions: ClassVar[dict[str, str]] = {
        "list": "network.view_target", "retrieve": "network.view_target", "create": "network.change_target",
    }  # fmt: skip

    def rows(self, visible: QuerySet[Target]) -> QuerySet[Target]:
        return visible.select_related("partner__project")

    @once
    def create(self, request: Request) -> Response:
        """Amend a target: write its next version, from a day on and with the reason."""
        given = self.valid(TargetSerializer)
        self.require("network.change_target", given["partner"])
        target = amend_target(by=self.user, **given)
        return Response(self.get_serializer(target).data, status=201)


@extend_schema(tags=["Periods"])
class PeriodViewSet(NetworkReadViewSet):
    """The stretches of time a project reports on."""

    model = Period
    queryset = Period.objects.all()
    serializer_class = PeriodSerializer
    filterset_class = PeriodFilter
    permissions: ClassVar[dict[str, str]] = {
        "list": "network.view_period", "retrieve": "network.view_period", "close": "network.change_period",
        "lock": "network.lock_period", "reopen": "network.reopen_period",
    }  # fmt: skip
    scopes: ClassVar[dict[str, ApiScope]] = dict.fromkeys(("close", "lock", "reopen"), ApiScope.DECIDE)

    def rows(self, visible: QuerySet[Period]) -> QuerySet[Period]:
        return visible.select_related("project")

    @extend_schema(request=None)
    @action(detail=True, methods=["post"])
    def close(self, request: Request, pk: Any = None) -> Response:
        """From now on only corrections are made before the period is locked."""
        period = self.get_object()
        close_period(period=period, by=self.user)
        return Response(self.get_serializer(period).data)

    @extend_schema(request=None)
    @action(detail=True, methods=["post"])
    def lock(self, request: Request, pk: Any = None) -> Response:
        """Keep the period's figures with the records behind them."""
        period = self.get_object()
        lock_period(period=period, by=self.user)
        period.refresh_from_db()
        return Response(self.get_serializer(period).data)

    @extend_schema(request=ReasonSerializer, responses=PeriodSerializer)
    @action(detail=True, methods=["post"])
    def reopen(self, request: Request, pk: Any = None) -> Response:
        """Open a locked period again, with a reason; its snapshot stays."""
        period = self.get_object()
        reopen_period(period=period, reason=self.valid(ReasonSerializer)["reason"], by=self.user)
        period.refresh_from_db()
        return Response(self.get_serializer(period).data)
