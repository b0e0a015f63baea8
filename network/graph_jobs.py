"""Large graphs are laid out in the background."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.jobs import Handle, register
from network.models import Project
from network.services.graph import draw_graph

DRAW = "network.draw_graph"


def project_of(params: Mapping[str, Any]) -> Project | None:
    return Project.objects.filter(pk=params["of"]).first()


@register(DRAW, title=_("Drawing of relationships"), permission="network.view_relationship", target=project_of)
def draw(job: Handle) -> dict[str, object]:
    project = Project.objects.get(pk=job.params["of"])
    draw_graph(project)
    return {"url": reverse("network:organisation_graph", args=[project.code])}
