"""The texts that partners write for a report: read, saved, handed in, returned, accepted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.fields import HouseSerializer
from core.enums import ApiScope
from core.problems import Problem, ProblemsFound
from network.api.base import NetworkReadViewSet
from network.api.filters import IdFilter
from reports.forms import MOST_CHARACTERS
from reports.models import Contribution
from reports.services.contributions import (
    SavedMeanwhile,
    accept_contribution,
    return_contribution,
    save_contribution,
    submit_contribution,
)


class ContributionSerializer(HouseSerializer):
    """`version` counts the saves: send the one that was read with every change."""

    project = serializers.CharField(source="section.report.project.code", read_only=True)
    report = serializers.IntegerField(source="section.report_id", read_only=True)
    section = serializers.CharField(source="section.outline.code", read_only=True)
    title = serializers.CharField(source="section.outline", read_only=True)

    class Meta:
        model = Contribution
        fields = (
            "id", "project", "report", "section", "title", "partner", "state", "text", "limit", "version", "due_on",
            "reason", "submitted_at", "changed_at",
        )  # fmt: skip
        read_only_fields = fields


class VersionSerializer(serializers.Serializer[Any]):
    version = serializers.IntegerField(min_value=1, max_value=2**31 - 1)


class DraftSerializer(VersionSerializer):
    text = serializers.CharField(max_length=MOST_CHARACTERS, allow_blank=True, trim_whitespace=False)


class ReturnSerializer(VersionSerializer):
    reason = serializers.CharField(max_length=2000)


class ContributionFilter(filters.FilterSet):
    project = filters.CharFilter("section__report__project__code", help_text="The project's code.")
    report = IdFilter("section__report_id")
    partner = IdFilter("partner_id")

    class Meta:
        model = Contribution
        fields = ("project", "report", "partner", "state")


@extend_schema(tags=["Reports"])
class ContributionViewSet(NetworkReadViewSet):
    """The texts of partners and coordinator, section by section. Saving over a newer text is refused with 409."""

    model = Contribution
    queryset = Contribution.objects.all()
    serializer_class = ContributionSerializer
    filterset_class = ContributionFilter
    permissions: ClassVar[dict[str, str]] = {
        "list": "reports.view_contribution", "retrieve": "reports.view_contribution",
        "partial_update": "reports.write_contribution", "submit": "reports.write_contribution",
        "accept": "reports.accept_contribution", "send_back": "reports.return_contribution",
    }  # fmt: skip
    scopes: ClassVar[dict[str, ApiScope]] = dict.fromkeys(("accept", "send_back"), ApiScope.DECIDE)

    def rows(self, visible: QuerySet[Contribution]) -> QuerySet[Contribution]:
        return visible.select_related("section__report__project", "section__outline", "partner")

    @extend_schema(request=DraftSerializer, responses=ContributionSerializer)
    def partial_update(self, request: Request, pk: Any = None) -> Response:
        """Keep a draft."""
        return self.change(save_contribution, DraftSerializer, "version", "text")

    @extend_schema(request=VersionSerializer, responses=ContributionSerializer)
    @action(detail=True, methods=["post"])
    def submit(self, request: Request, pk: Any = None) -> Response:
        """Hand the text in; the coordinator's own is accepted with it."""
        return self.change(submit_contribution, VersionSerializer)

    @extend_schema(request=VersionSerializer, responses=ContributionSerializer)
    @action(detail=True, methods=["post"])
    def accept(self, request: Request, pk: Any = None) -> Response:
        """Accept the text that was read."""
        return self.change(accept_contribution, VersionSerializer)

    @extend_schema(request=ReturnSerializer, responses=ContributionSerializer)
    @action(detail=True, methods=["post"], url_path="return")
    def send_back(self, request: Request, pk: Any = None) -> Response:
        """Give the text back to its writer with a reason."""
        return self.change(return_contribution, ReturnSerializer, "reason")

    def change(self, service: Callable[..., object], form: type[serializers.Serializer[Any]], *passed: str) -> Response:
        contribution = self.get_object()
        given = self.valid(form)
        contribution.version = given["version"]
        try:
            service(contribution=contribution, by=self.user, **{name: given[name] for name in passed})
        except SavedMeanwhile as meanwhile:
            message = _("The text was changed meanwhile. Please read it again.")
            raise ProblemsFound([Problem("conflict", message, field="version")]) from meanwhile
        return Response(self.get_serializer(self.get_queryset().get(pk=contribution.pk)).data)
