"""Results for programs: runs with their figures, in the protected form in which they are stored."""

from __future__ import annotations

from typing import ClassVar

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers

from core.api.viewsets import ReadViewSet
from impact_study.models import AnalysisRun


class RunSerializer(serializers.ModelSerializer[AnalysisRun]):
    """A figure about fewer people than the study's minimum is null, its result is "withheld" and says why."""

    plan_number = serializers.IntegerField(source="plan.number")
    snapshot_sha256 = serializers.CharField(source="snapshot.sha256", default="")
    results = serializers.JSONField(help_text="n, missing by reason, method and the rule that picked it, by key")

    class Meta:
        model = AnalysisRun
        fields: ClassVar[list[str]] = [
            "id", "study", "number", "state", "plan_number", "snapshot_sha256", "seed", "software", "finished_at",
            "results",
        ]  # fmt: skip


@extend_schema(tags=["Surveys"])
class RunViewSet(ReadViewSet):
    """Analyses of the studies of one's projects."""

    model = AnalysisRun
    queryset = AnalysisRun.objects.all()
    serializer_class = RunSerializer
    filterset_fields = ("study", "state")
    permissions: ClassVar[dict[str, str]] = dict.fromkeys(("list", "retrieve"), "impact_study.view_analysisrun")

    def rows(self, visible: QuerySet[AnalysisRun]) -> QuerySet[AnalysisRun]:
        return visible.select_related("plan", "snapshot").defer("plan__content", "snapshot__codebook")
