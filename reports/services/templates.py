"""Templates of reports: the standard ones are there from the start."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.db import transaction

from reports.models import ReportTemplate, TemplateSection
from reports.standard import STANDARDS, Standard


def put_standards_in_place(**_signal: Any) -> None:
    """Make the standard templates that are missing; one that is there stays as it is."""
    for standard in STANDARDS:
        put_in_place(standard)


@transaction.atomic
def put_in_place(standard: Standard) -> ReportTemplate:
    template, is_new = ReportTemplate.objects.get_or_create(
        code=standard.code, version=standard.version, defaults={"name": standard.name}
    )
    if is_new:
        TemplateSection.objects.bulk_create(
            TemplateSection(template=template, order=order, **asdict(outline))
            for order, outline in enumerate(standard.sections, 1)
        )
    return template
