"""XLSForm files become questionnaires in the background: their reader is heavy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.jobs import Handle, register
from impact_study.services.instrument_files import XLSFORM
from impact_study.services.instruments import create_instrument
from network.models import Project


def project_of(params: Mapping[str, Any]) -> Project | None:
    return Project.objects.filter(pk=params["in_project"]).first()


@register(
    XLSFORM, title=_("Questionnaire from an XLSForm"), permission="impact_study.add_instrument", target=project_of
)
def read_xlsform(job: Handle) -> None:
    """Read the form, begin the questionnaire, and keep what became of each part."""
    from impact_study.rules.xlsform.building import import_xlsform

    params = job.params
    with default_storage.open(params["file"]) as file:
        content = file.read()
    job.progress(0, 1, _("The form is read"))
    found = import_xlsform(content, name=params["name"], base=params["base"], languages=params["languages"])
    project = Project.objects.get(pk=params["in_project"])
    with transaction.atomic():
        version = create_instrument(
            project=project, code=params["code"], title=params["title"], group=params["group"], by=job.actor,
            document=found.definition.as_data(), texts=found.texts,
        )  # fmt: skip
        job.finish(
            url=reverse("impact_study:instrument_report", args=[project.code, job.job.pk]),
            version=version.pk, report=[asdict(line) for line in found.report],
        )  # fmt: skip
    default_storage.delete(params["file"])
