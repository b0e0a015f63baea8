"""The papers of an event as work in the background."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import jobs
from dissemination.enums import DocumentKind
from dissemination.models import Event
from dissemination.services.papers.making import make_paper


def event_of(params: Mapping[str, Any]) -> Event:
    return Event.objects.select_related("project__rule_set", "partner__organisation").get(pk=params["event_id"])


@jobs.register(
    "dissemination.paper", title=gettext_lazy("Paper of an event"), permission="dissemination.make_papers",
    target=event_of,
)  # fmt: skip
def make_event_paper(job: jobs.Handle) -> Mapping[str, Any]:
    made = make_paper(
        event=event_of(job.params), kind=DocumentKind(job.params["paper"]), language=job.params["language"],
        by=job.actor, said=job.progress,
    )  # fmt: skip
    return {"url": made.get_absolute_url(), "message": _("%(name)s is ready.") % {"name": made.name}}
