"""Looking for possible duplicates in the background: it takes seconds for a small project and more for a large one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core.jobs import Handle, register
from network.models import Project
from network.services.duplicates import find_duplicates

SEARCH = "network.find_duplicates"


def project_of(params: Mapping[str, Any]) -> Project | None:
    return Project.objects.filter(pk=params["of"]).first()


@register(SEARCH, title=_("Search for possible duplicates"), permission="network.merge_records", target=project_of)
def search(job: Handle) -> dict[str, object]:
    """Run twice it finds nothing more."""
    project = Project.objects.get(pk=job.params["of"])
    fresh = find_duplicates(project=project, by=job.actor)
    told = ngettext("%(count)d new pair to decide.", "%(count)d new pairs to decide.", fresh) % {"count": fresh}
    return {"url": reverse("network:duplicate_list", args=[project.code]), "message": told}
