"""What the impact study says of a period: plain data that a locked period keeps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Count
from django.utils import timezone

from impact_study.models import Finding, Publication, Response, Wave, WaveTarget
from impact_study.rules.disclosure import Cell, Sum, Tables, protect
from impact_study.services.minima import minimum_of
from network.models import Partner, Period, Project

type Places = Mapping[tuple[int, int], int]
"""By wave and partner."""


def period_facts(project: Project, period: Period) -> dict[str, Any]:
    """Complete responses until the period's last day against targets, and what was published in the period."""
    waves = list(Wave.objects.filter(study__project=project).select_related("study").order_by("study", "group", "kind"))
    answers = Response.objects.filter(study__project=project, day__lte=period.ends_on).complete()
    counted = answers.values_list("wave", "partner").annotate(number=Count("pk")).order_by()
    promised = WaveTarget.objects.filter(wave__in=waves).values_list("wave", "partner", "answers")
    answered: Places = {(wave, partner): number for wave, partner, number in counted}
    targets: Places = {(wave, partner): number for wave, partner, number in promised}
    partners = list(Partner.objects.in_project(project).order_by("number"))
    return {
        "waves": [wave_facts(wave, partners, answered, targets) for wave in waves], **published_in(project, period)
    }  # fmt: skip


def wave_facts(wave: Wave, partners: Sequence[Partner], answered: Places, targets: Places) -> dict[str, Any]:
    """Counts of few people are kept as unknown, with those that would tell them by subtraction."""
    counts = {str(partner.number): answered.get((wave.pk, partner.pk), 0) for partner in partners}
    total = sum(counts.values())
    table = Tables.of(
        [Cell("all", total), *(Cell(name, count) for name, count in counts.items())], [Sum("all", tuple(counts))]
    )
    shown = protect(table, minimum_of(wave.study)).shows
    return {
        "study": wave.study.title, "group": wave.group, "kind": wave.kind, "minimum": minimum_of(wave.study),
        "answered": total if shown("all") else None,
        "target": sum(targets.get((wave.pk, partner.pk), 0) for partner in partners) or None,
        "partners": [
            {"number": partner.number, "answered": counts[str(partner.number)] if shown(str(partner.number)) else None,
             "target": targets.get((wave.pk, partner.pk))}
            for partner in partners
        ],
    }  # fmt: skip


def published_in(project: Project, period: Period) -> dict[str, Any]:
    editions = Publication.objects.published().filter(
        study__project=project, published_at__date__gte=period.starts_on, published_at__date__lte=period.ends_on
    )
    rows = editions.order_by("published_at", "pk").values_list(
        "study__title", "language", "run__number", "published_at"
    )
    found = Finding.objects.filter(run__in=editions.values("run")).select_related("output")
    return {
        "editions": [
            {"study": study, "language": language, "run": run, "on": timezone.localdate(moment).isoformat()}
            for study, language, run, moment in rows
        ],
        "findings": [{"key": each.key, "title": each.output.title, "figure": each.output.figure} for each in found],
    }
