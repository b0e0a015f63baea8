"""Taking in responses as work in the background."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import jobs
from impact_study.models import Wave
from impact_study.services.response_imports.asking import APPLY, CHECK
from impact_study.services.response_imports.preparing import Prepared, prepare
from impact_study.services.response_imports.storing import store
from network.models import Partner


def wave_of(params: Mapping[str, Any]) -> Wave:
    return Wave.objects.select_related("study__project", "version").get(pk=params["wave"])


def prepared_of(job: jobs.Handle) -> Prepared:
    params = job.params
    partner = Partner.objects.select_related("organisation").get(pk=params["partner"])
    job.progress(0, 1, _("The file is read"))
    return prepare(
        wave=wave_of(params), partner=partner, file=params["file"], name=params["name"], language=params["language"],
        mark=params["mark"] or None, order=params["order"] or None,
    )  # fmt: skip


@jobs.register(
    CHECK, title=gettext_lazy("Check of answers from a file"), permission="impact_study.import_responses",
    target=wave_of,
)  # fmt: skip
def check_responses(job: jobs.Handle) -> Mapping[str, Any]:
    """The dry run: a report, and nothing stored."""
    prepared, project = prepared_of(job), wave_of(job.params).project
    address = reverse("impact_study:responses_report", args=[project.code, job.job.pk])
    return {"url": address, "counts": prepared.counts, "report": prepared.lines, "digest": prepared.digest}


@jobs.register(
    APPLY, title=gettext_lazy("Answers from a file"), permission="impact_study.import_responses", target=wave_of
)
def import_responses(job: jobs.Handle) -> Mapping[str, Any]:
    wave, prepared = wave_of(job.params), prepared_of(job)
    number = store(prepared=prepared, digest=job.params["digest"], wave=wave, by=job.actor)
    default_storage.delete(job.params["file"])
    return {"url": wave.get_absolute_url(), "message": _("%(number)d answers were taken in.") % {"number": number}}
