"""Published studies and their findings, for programs."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers

from core.api.viewsets import ReadViewSet
from impact_study.models import Finding, Publication


class PublishedStudySerializer(serializers.ModelSerializer[Publication]):
    """An edition as it was published: its page as data, and what its file hashes to."""

    project = serializers.CharField(source="study.project.code")
    study_code = serializers.CharField(source="study.code")
    run = serializers.IntegerField(source="run.number")
    page = serializers.DictField()

    class Meta:
        model = Publication
        fields = ("id", "project", "study", "study_code", "run", "language", "state", "published_at",
                  "document_sha256", "page")  # fmt: skip


class FindingSerializer(serializers.ModelSerializer[Finding]):
    """One citable result: its sentence by language, its address, its frozen figure with the trace."""

    study = serializers.IntegerField(source="run.study_id")
    run = serializers.IntegerField(source="run.number")
    output = serializers.IntegerField(source="output_id")
    title = serializers.DictField(source="output.title")
    address = serializers.CharField(source="output.address")
    question = serializers.CharField(source="output.anchor")
    figure = serializers.DictField(source="output.figure")

    class Meta:
        model = Finding
        fields = ("id", "study", "run", "key", "output", "title", "address", "question", "figure")


@extend_schema(tags=["Surveys"])
class PublishedStudyViewSet(ReadViewSet):
    """Editions of studies that were published, also those that a newer one has replaced."""

    model = Publication
    queryset = Publication.objects.all()
    serializer_class = PublishedStudySerializer
    filterset_fields = ("study", "language", "state")
    permissions: ClassVar[dict[str, str]] = dict.fromkeys(("list", "retrieve"), "impact_study.view_publication")

    def rows(self, visible: Any) -> QuerySet[Publication]:
        told = visible.published().select_related("study__project", "run")
        return told.defer("texts", "run__results", "run__withheld").order_by("pk")


@extend_schema(tags=["Surveys"])
class FindingViewSet(ReadViewSet):
    """Results of published studies that others may cite."""

    model = Finding
    queryset = Finding.objects.all()
    serializer_class = FindingSerializer
    filterset_fields = ("key", "run__study")
    permissions: ClassVar[dict[str, str]] = dict.fromkeys(("list", "retrieve"), "impact_study.view_finding")

    def rows(self, visible: QuerySet[Finding]) -> QuerySet[Finding]:
        told: Any = visible.select_related("output", "run__study").defer("run__results", "run__withheld")
        return told.order_by("pk")
