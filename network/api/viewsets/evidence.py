"""Files that prove participations."""

from __future__ import annotations

from typing import ClassVar

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.viewsets import once
from network.api.base import NetworkReadViewSet
from network.api.filters import EvidenceFilter
from network.api.serializers.evidence import EvidenceSerializer, NewEvidenceSerializer
from network.models import Evidence
from network.services.evidence import keep_evidence


@extend_schema(tags=["Evidence"])
class EvidenceViewSet(NetworkReadViewSet):
    """The files that prove participations, with their hashes."""

    model = Evidence
    queryset = Evidence.objects.all()
    serializer_class = EvidenceSerializer
    filterset_class = EvidenceFilter
    parser_classes = [MultiPartParser]
    permissions: ClassVar[dict[str, str]] = {
        "list": "network.view_evidence", "retrieve": "network.view_evidence", "create": "network.add_evidence",
    }  # fmt: skip

    @extend_schema(request={"multipart/form-data": NewEvidenceSerializer}, responses={201: EvidenceSerializer})
    @once
    def create(self, request: Request) -> Response:
        """Keep a file with its hash; the same bytes again are answered with the row that is there."""
        facts = self.valid(NewEvidenceSerializer)
        self.require("network.write_for_partner", facts["partner"])
        evidence = keep_evidence(project=facts["partner"].project, upload=facts.pop("file"), by=self.user, **facts)
        return Response(self.get_serializer(evidence).data, status=201)

    def rows(self, visible: QuerySet[Evidence]) -> QuerySet[Evidence]:
        return visible.select_related("project")
