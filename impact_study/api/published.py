"""Published studies and their findings, for programs."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.viewsets import ReadViewSet, once
from impact_study.models import Finding, Publication
from impact_study.services.edition_withdrawals import withdraw_edition


class PublishedStudySerializer(serializers.ModelSerializer[Publication]):
    """An edition as it was published: its page as data, and what its file hashes to."""

    project = serializers.CharField(source="study.project.code")
    study_code = serializers.CharField(source="study.code")
    run = serializers.IntegerField(source="run.number")
    page = serializers.DictField()

    class Meta:
        model = Publication
        fields = ("id", "project", "study", "study_code", "run", "language", "state", "published_at",
                  "withdrawn_at", "withdrawn_because", "document_sha256", "page")  # fmt: skip


class ReasonsSerializer(serializers.Serializer[Any]):
    reasons = serializers.DictField(
        child=serializers.CharField(max_length=6000), help_text="why, by language; one for each published language"
    )


class FindingSerializer(serializers.ModelSerializer[Finding]):
    """One citable result: its sentence by language, its address, its frozen figure with the trace."""

    study = serializers.IntegerField(source="run.study_id")
    run = serializers.IntegerField(source="run.number")
    output = serializers.IntegerField(source="output_id")
    title = serializers.DictField(source="output.title")
    address = serializers.CharField(source="output.address")
    question = serializers.CharField(source="output.anchor")
    figure = serializers.DictField(source="output.figure")
    withdrawn_on = serializers.DateField(source="output.withdrawn_on", allow_null=True)

    class Meta:
        model = Finding
        fields = ("id", "study", "run", "key", "output", "title", "address", "question", "figure",
                  "withdrawn_on")  # fmt: skip


@extend_schema(tags=["Surveys"])
class PublishedStudyViewSet(ReadViewSet):
    """Editions of studies that were published, also those that a newer one has replaced or that were withdrawn."""

    model = Publication
    queryset = Publication.objects.all()
    serializer_class = PublishedStudySerializer
    filterset_fields = ("study", "language", "state")
    permissions: ClassVar[dict[str, str]] = {
        **dict.fromkeys(("list", "retrieve"), "impact_study.view_publication"),
        "withdraw": "impact_study.withdraw_publication",
    }

    def rows(self, visible: Any) -> QuerySet[Publication]:
        told = visible.once_published().select_related("study__project", "run")
        return told.defer("texts", "run__results", "run__withheld").order_by("pk")

    @extend_schema(request=ReasonsSerializer, responses=PublishedStudySerializer)
    @action(detail=True, methods=["post"])
    @once
    def withdraw(self, request: Request, pk: Any = None) -> Response:
        """Found wrong: it is taken back with its translations, and its addresses say so and why."""
        edition = self.get_object()
        withdraw_edition(publication=edition, reasons=self.valid(ReasonsSerializer)["reasons"], by=self.user)
        return Response(self.get_serializer(self.get_queryset().get(pk=edition.pk)).data)


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
