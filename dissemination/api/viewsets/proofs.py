"""Who was seen at an event, and the certificates that say so."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core import audit
from core.api.viewsets import once
from core.enums import ApiScope
from dissemination.api.filters import AttendanceFilter, CertificateFilter
from dissemination.api.serializers.events import WhySerializer
from dissemination.api.serializers.guests import (
    AttendanceSerializer,
    CertificateSerializer,
    HolderSerializer,
)
from dissemination.models import Attendance, Certificate
from dissemination.services.papers.certificates import correct_certificate, revoke_certificate
from network.api.base import NetworkReadViewSet


@extend_schema(tags=["Registrations"])
class AttendanceViewSet(NetworkReadViewSet):
    """Who was seen at an event, scan by scan: every one is kept, the earliest that is in order counts."""

    model = Attendance
    queryset = Attendance.objects.all()
    serializer_class = AttendanceSerializer
    filterset_class = AttendanceFilter
    permissions: ClassVar[dict[str, str]] = dict.fromkeys(("list", "retrieve"), "dissemination.view_attendance")

    def rows(self, visible: QuerySet[Attendance]) -> QuerySet[Attendance]:
        return visible.select_related("event__project")


@extend_schema(tags=["Registrations"])
class CertificateViewSet(NetworkReadViewSet):
    """Certificates of attendance with their serial numbers. Reading names is logged."""

    model = Certificate
    queryset = Certificate.objects.all()
    serializer_class = CertificateSerializer
    filterset_class = CertificateFilter
    permissions: ClassVar[dict[str, str]] = {
        "list": "dissemination.view_certificate", "retrieve": "dissemination.view_certificate",
        "correct": "dissemination.change_certificate", "revoke": "dissemination.change_certificate",
    }  # fmt: skip
    scopes: ClassVar[dict[str, ApiScope]] = dict.fromkeys(("correct", "revoke"), ApiScope.DECIDE)

    def rows(self, visible: QuerySet[Certificate]) -> QuerySet[Certificate]:
        return visible.select_related("event__project", "event__partner")

    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Certificates by page, ended ones too."""
        response = super().list(request, *args, **kwargs)
        if shown := [row["id"] for row in response.data["results"]]:
            audit.record("dissemination.certificates.listed", target=None, by=self.user, certificates=shown)
        return response

    @extend_schema(request=HolderSerializer, responses={201: CertificateSerializer})
    @action(detail=True, methods=["post"])
    @once
    def correct(self, request: Request, pk: Any = None) -> Response:
        """Put one with the right name in its place; the old one says so from now on."""
        certificate = self.get_object()
        made = correct_certificate(certificate=certificate, by=self.user, **self.valid(HolderSerializer))
        return Response(self.get_serializer(made).data, status=201)

    @extend_schema(request=WhySerializer, responses=CertificateSerializer)
    @action(detail=True, methods=["post"])
    def revoke(self, request: Request, pk: Any = None) -> Response:
        """End it, with a reason; its public page says so at once."""
        certificate = self.get_object()
        revoke_certificate(certificate=certificate, by=self.user, **self.valid(WhySerializer))
        return Response(self.get_serializer(self.get_queryset().get(pk=certificate.pk)).data)
