"""Reports: begun, printed in the background, approved, revised, and their files handed out."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpResponse
from django_filters import rest_framework as filters
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core import audit
from core.api.jobs import JobSerializer
from core.api.viewsets import once
from core.enums import ApiScope
from core.protected_files import send_protected
from network.api.base import NetworkReadViewSet
from network.api.filters import ByProject, IdFilter
from reports.api.serializers import (
    NewReportSerializer,
    PrintSerializer,
    ReportFileSerializer,
    ReportSerializer,
    RevisionSerializer,
)
from reports.enums import CONTENT_TYPES, FileFormat
from reports.models import Report, ReportFile
from reports.services.approval import approve_report, revise_report
from reports.services.beginning import begin_report
from reports.services.ordering import order_file


class ReportFilter(ByProject):
    period = IdFilter("period_id")

    class Meta:
        model = Report
        fields = ("project", "period", "state", "language")


class ReportFileFilter(filters.FilterSet):
    report = IdFilter("report_id")

    class Meta:
        model = ReportFile
        fields = ("report", "format", "is_preview")


@extend_schema(tags=["Reports"])
class ReportViewSet(NetworkReadViewSet):
    """What a project tells its agency about a period."""

    model = Report
    queryset = Report.objects.all()
    serializer_class = ReportSerializer
    filterset_class = ReportFilter
    permissions: ClassVar[dict[str, str]] = {
        "list": "reports.view_report", "retrieve": "reports.view_report", "create": "reports.add_report",
        "print": "reports.make_files", "approve": "reports.approve_report", "revise": "reports.revise_report",
    }  # fmt: skip
    scopes: ClassVar[dict[str, ApiScope]] = dict.fromkeys(("approve", "revise"), ApiScope.DECIDE)

    def rows(self, visible: QuerySet[Report]) -> QuerySet[Report]:
        return visible.select_related("project", "period")

    @extend_schema(request=NewReportSerializer, responses={201: ReportSerializer})
    @once
    def create(self, request: Request) -> Response:
        """Begin a report on a period, with all contributions to do."""
        given = self.valid(NewReportSerializer)
        self.require("reports.add_report", given["period"].project)
        given.setdefault("language", "en")
        return Response(self.get_serializer(begin_report(by=self.user, **given)).data, status=201)

    @extend_schema(request=PrintSerializer, responses={202: JobSerializer})
    @action(detail=True, methods=["post"])
    def print(self, request: Request, pk: Any = None) -> Response:
        """Have the report printed; the job's page and the list of files have what came of it."""
        report = self.get_object()
        file_format = FileFormat(self.valid(PrintSerializer)["format"])
        if file_format == FileFormat.ZIP:
            self.require("reports.make_evidence_archive", report)
        job = order_file(report=report, file_format=file_format, by=self.user)
        return Response(JobSerializer(job).data, status=202)

    @extend_schema(request=None, responses=ReportSerializer)
    @action(detail=True, methods=["post"])
    def approve(self, request: Request, pk: Any = None) -> Response:
        """Freeze what the report says; its period has to be locked."""
        report = self.get_object()
        approve_report(report=report, by=self.user)
        report.refresh_from_db()
        return Response(self.get_serializer(report).data)

    @extend_schema(request=RevisionSerializer, responses={201: ReportSerializer})
    @action(detail=True, methods=["post"])
    @once
    def revise(self, request: Request, pk: Any = None) -> Response:
        """Begin a new version of an approved report."""
        report = self.get_object()
        revised = revise_report(report=report, by=self.user, change_note=self.valid(RevisionSerializer)["change_note"])
        return Response(self.get_serializer(revised).data, status=201)


@extend_schema(tags=["Reports"])
class ReportFileViewSet(NetworkReadViewSet):
    """Reports as they were printed."""

    model = ReportFile
    queryset = ReportFile.objects.all()
    serializer_class = ReportFileSerializer
    filterset_class = ReportFileFilter
    permissions: ClassVar[dict[str, str]] = dict.fromkeys(("list", "retrieve", "download"), "reports.view_reportfile")

    @extend_schema(responses={(200, kind): OpenApiTypes.BINARY for kind in CONTENT_TYPES.values()}, filters=False)
    @action(detail=True)
    def download(self, request: Request, pk: Any = None) -> HttpResponse:
        """The file itself. Every opening of an evidence archive is logged: it holds names."""
        made: ReportFile = self.get_object()
        if made.format == FileFormat.ZIP:
            audit.record("reports.evidence.opened", target=made, by=self.user)
        kind = CONTENT_TYPES[FileFormat(made.format)]
        return send_protected(made.file.name or "", as_name=made.name, content_type=kind)  # type: ignore[return-value]
