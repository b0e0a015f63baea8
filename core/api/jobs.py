"""Background work as programs see it."""

from __future__ import annotations

from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core import jobs
from core.api.fields import HouseSerializer
from core.api.viewsets import ReadViewSet
from core.jobs import whispers
from core.models import Job


class JobSerializer(HouseSerializer):
    problems = serializers.ListField(child=serializers.DictField(), read_only=True)
    result = serializers.DictField(read_only=True)

    class Meta:
        model = Job
        fields = (
            "id", "kind", "state", "done", "total", "step", "attempts", "created_at", "started_at", "finished_at",
            "cancel_requested_at", "result", "problems", "error_reference",
        )  # fmt: skip
        read_only_fields = fields


@extend_schema(tags=["Jobs"])
class JobViewSet(ReadViewSet):
    """Long work that was asked for: read it until its state is done, failed, parked or cancelled."""

    model = Job
    serializer_class = JobSerializer
    queryset = Job.objects.all()
    lookup_value_converter = "uuid"
    filterset_fields: ClassVar[list[str]] = ["state", "kind"]
    permissions: ClassVar[dict[str, str]] = {
        "list": "core.view_job", "retrieve": "core.view_job", "cancel": "core.cancel_job",
    }  # fmt: skip

    def get_object(self) -> Job:
        return whispers.heard(super().get_object())

    @extend_schema(request=None)
    @action(detail=True, methods=["post"])
    def cancel(self, request: Request, pk: Any = None) -> Response:
        """End a waiting job, and ask a running one to stop at its next step."""
        job = self.get_object()
        jobs.cancel(job=job, by=request.user)
        job.refresh_from_db()
        return Response(self.get_serializer(job).data)
