"""Activities done, and what counters said of them."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import Prefetch, QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.viewsets import once
from dissemination.api.base import stop_on_foreign
from dissemination.api.filters import ActivityFilter
from dissemination.api.serializers.activities import (
    ActivitySerializer,
    ChangeActivitySerializer,
    NewActivitySerializer,
    NewReadingSerializer,
    ReachReadingSerializer,
)
from dissemination.models import Activity
from dissemination.services.plan.activities import read_reach, record_activity
from network.api.base import NetworkReadViewSet
from network.models import Evidence


@extend_schema(tags=["Activities"])
class ActivityViewSet(NetworkReadViewSet):
    """What was done to spread results, planned or not. Links are asked again by themselves; files are evidence."""

    model = Activity
    queryset = Activity.objects.all()
    serializer_class = ActivitySerializer
    filterset_class = ActivityFilter
    permissions: ClassVar[dict[str, str]] = {
        "list": "dissemination.view_activity", "retrieve": "dissemination.view_activity",
        "create": "dissemination.add_activity", "partial_update": "dissemination.change_activity",
        "readings": "dissemination.change_activity",
    }  # fmt: skip

    def rows(self, visible: QuerySet[Activity]) -> QuerySet[Activity]:
        files = Prefetch("files", Evidence.objects.visible_to(self.request.user).order_by("pk"))
        return visible.select_related("project").prefetch_related("links", "readings", files)

    @extend_schema(request=NewActivitySerializer, responses={201: ActivitySerializer})
    @once
    def create(self, request: Request) -> Response:
        """Write down what was done."""
        facts = self.valid(NewActivitySerializer)
        self.require("dissemination.write_activity", facts["partner"])
        project = facts["partner"].project
        stop_on_foreign(facts, project)
        made = record_activity(Activity(project=project), by=self.user, **facts)
        return Response(self.shown(made), status=201)

    @extend_schema(request=ChangeActivitySerializer, responses=ActivitySerializer)
    def partial_update(self, request: Request, pk: Any = None) -> Response:
        """Change an activity that still is as it was read."""
        activity: Activity = self.get_object()
        facts = self.valid(ChangeActivitySerializer)
        if partner := facts.get("partner"):
            self.require("dissemination.write_activity", partner)
        stop_on_foreign(facts, activity.project)
        facts.setdefault("planned", activity.planned)
        facts.setdefault("links", [link.url for link in activity.links.all()])
        return Response(self.shown(record_activity(activity, by=self.user, **facts)))

    @extend_schema(request=NewReadingSerializer, responses={201: ReachReadingSerializer})
    @action(detail=True, methods=["post"])
    @once
    def readings(self, request: Request, pk: Any = None) -> Response:
        """Write down what a counter said on a day; the same counter on the same day is corrected."""
        activity = self.get_object()
        reading = read_reach(activity=activity, by=self.user, **self.valid(NewReadingSerializer))
        return Response(ReachReadingSerializer(reading).data, status=201)

    def shown(self, activity: Activity) -> Any:
        return self.get_serializer(self.get_queryset().get(pk=activity.pk)).data
