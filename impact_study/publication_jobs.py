"""Printing a study as work in the background."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import jobs
from impact_study.models import Publication
from impact_study.services.study_printing import print_study


def publication_of(params: Mapping[str, Any]) -> Publication:
    rows = Publication.objects.select_related("study__project", "run__plan", "run__snapshot", "run__study__project")
    return rows.get(pk=params["publication"])


@jobs.register(
    "impact_study.print_study", title=gettext_lazy("Study as a file"), permission="impact_study.print_publication",
    target=publication_of,
)  # fmt: skip
def print_file(job: jobs.Handle) -> Mapping[str, Any]:
    made = print_study(publication=publication_of(job.params), by=job.actor, said=job.progress)
    return {"url": made.get_absolute_url(), "message": _("The file is ready."), "sha256": made.document_sha256}
