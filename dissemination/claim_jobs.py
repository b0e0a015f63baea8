"""The claim sheet as work in the background."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import jobs
from dissemination.enums import DocumentKind
from dissemination.services.unit_costs.sheets import make_claim_sheet
from network.models import Project


def project_of(params: Mapping[str, Any]) -> Project:
    return Project.objects.get(pk=params["project_id"])


@jobs.register(
    "dissemination.claim", title=gettext_lazy("Claim sheet"), permission="dissemination.make_claim_sheet",
    target=project_of,
)  # fmt: skip
def make_sheet(job: jobs.Handle) -> Mapping[str, Any]:
    made = make_claim_sheet(
        project=project_of(job.params), kind=DocumentKind(job.params["sheet"]), language=job.params["language"],
        by=job.actor, said=job.progress,
    )  # fmt: skip
    return {"url": made.get_absolute_url(), "message": _("%(name)s is ready.") % {"name": made.name}}
