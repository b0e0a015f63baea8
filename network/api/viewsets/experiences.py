"""Learning at work: who learnt where, and what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.viewsets import once
from core.problems import Problem, stop_on
from network.api.base import NetworkReadViewSet
from network.api.filters import ExperienceFilter
from network.api.serializers.directory import (
    ChangeExperienceSerializer,
    ExperienceSerializer,
    WriteExperienceSerializer,
)
from network.models import Experience, Organisation, Partner, Person, Project
from network.services.experiences import add_experience, change_experience


@extend_schema(tags=["Experiences"])
class ExperienceViewSet(NetworkReadViewSet):
    """One learner's work-based learning at one host enterprise."""

    model = Experience
    queryset = Experience.objects.all()
    serializer_class = ExperienceSerializer
    filterset_class = ExperienceFilter
    permissions: ClassVar[dict[str, str]] = {
        "list": "network.view_experience", "retrieve": "network.view_experience", "create": "network.add_experience",
        "partial_update": "network.change_experience",
    }  # fmt: skip

    def rows(self, visible: QuerySet[Experience]) -> QuerySet[Experience]:
        return visible.select_related("project")

    @extend_schema(request=WriteExperienceSerializer, responses={201: ExperienceSerializer})
    @once
    def create(self, request: Request) -> Response:
        """Begin a record; it is reviewed by both sides before its story can be published."""
        facts = self.valid(WriteExperienceSerializer)
        self.require("network.write_for_partner", facts["partner"])
        stop_on(foreign_problems(facts, facts["partner"].project))
        made = add_experience(facts=facts, project=facts["partner"].project, by=self.user)
        return Response(self.get_serializer(made).data, status=201)

    @extend_schema(request=ChangeExperienceSerializer, responses=ExperienceSerializer)
    def partial_update(self, request: Request, pk: Any = None) -> Response:
        """Change a record; it is a draft again, for both sides to review."""
        experience: Experience = self.get_object()
        facts = self.valid(ChangeExperienceSerializer)
        partner = facts.get("partner", experience.partner)
        self.require("network.write_for_partner", partner)
        stop_on(foreign_problems(facts, experience.project))
        version = facts.pop("version")
        changed = change_experience(experience=experience, version=version, facts=facts, by=self.user)
        return Response(self.get_serializer(changed).data)


def foreign_problems(facts: Mapping[str, Any], project: Project) -> list[Problem]:
    """Somebody in several projects may see things of all of them; a record stays within one."""
    places: dict[str, type[Any]] = {
        "partner": Partner, "learner": Person, "provider_tutor": Person, "host_tutor": Person,
        "provider": Organisation, "host": Organisation,
    }  # fmt: skip
    return [
        Problem("foreign", _("This belongs to another project."), field=name)
        for name, model in places.items()
        if facts.get(name) and not model.objects.in_project(project).filter(pk=facts[name].pk).exists()
    ]
