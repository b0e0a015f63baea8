"""Large sheets are previewed and applied in the background, with a bar that moves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.jobs import Handle, register
from network.models import ImportBatch
from network.services.importing import apply_import, preview_import

LARGE = 2_000


def batch_of(params: Mapping[str, Any]) -> ImportBatch | None:
    return ImportBatch.objects.select_related("project", "partner__organisation").filter(pk=params["batch"]).first()


@register(
    "network.preview_import", title=_("Preview of a sheet"), permission="network.change_importbatch", target=batch_of
)
def preview(job: Handle) -> dict[str, object]:
    batch = ImportBatch.objects.get(pk=job.params["batch"])
    preview_import(batch, tell=job.progress)
    return {"url": reverse("network:import_preview", args=[batch.project.code, batch.pk])}


@register(
    "network.apply_import", title=_("Import of a sheet"), permission="network.change_importbatch", target=batch_of
)
def take_in(job: Handle) -> dict[str, object]:
    batch = ImportBatch.objects.get(pk=job.params["batch"])
    rows = batch.counts["preview"]["rows"]
    job.progress(0, rows, _("All rows in one go, or none"))
    apply_import(batch=batch, by=job.actor, tell=job.progress)
    return {"url": batch.get_absolute_url()}
