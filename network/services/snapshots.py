"""What a snapshot keeps: the figures, and by id and hash the records and files behind them."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.utils import timezone

from network.models import Adjustment, Experience, Head, Participation, Period, Proof
from network.reporting import facts_of_apps
from network.rules.board.figures import board_figures
from network.rules.board.tables import Board
from network.rules.snapshots import digest_of


def snapshot_figures(board: Board, period: Period) -> dict[str, Any]:
    """The board as of the period with what else was true when it was locked."""
    project = period.project
    experiences = Experience.objects.in_project(project).filter(
        starts_on__lte=period.ends_on, ends_on__gte=period.starts_on
    )
    by_kind: dict[str, int] = defaultdict(int)
    for kind in experiences.values_list("kind", flat=True):
        by_kind[kind] += 1
    return {
        **board_figures(board),
        "period_from": period.starts_on.isoformat(),
        "period_to": period.ends_on.isoformat(),
        "rule_set": str(project.rule_set) if project.rule_set else "",
        "experiences": dict(sorted(by_kind.items())),
        "adjustments": list(
            Adjustment.objects.filter(period=period).values(
                "corrects__name", "partner__number", "category__code", "before", "after", "reason"
            )
        ),
        "apps": facts_of_apps(project, period),
        "taken_at": timezone.now().isoformat(),
    }


def records_behind(period: Period) -> list[dict[str, Any]]:
    """Each head the period took in, with its records and the hashes of the files that prove them."""
    heads = (
        Head.objects.filter(period=period)
        .order_by("pk")
        .values_list("partner_id", "category_id", "person_id", "organisation_id", "first_on")
    )
    rows = _participations(period)
    return [
        {
            "partner": partner,
            "category": category,
            "subject": f"person:{person}" if person else f"organisation:{organisation}",
            "first_on": first_on.isoformat(),
            "records": rows.get((partner, category, person, organisation), []),
        }
        for partner, category, person, organisation, first_on in heads
    ]


type HeadKey = tuple[int, int, int | None, int | None]


def _participations(period: Period) -> dict[HeadKey, list[dict[str, Any]]]:
    files: dict[int, list[str]] = defaultdict(list)
    links = Proof.objects.filter(participation__period=period).values_list("participation_id", "evidence__sha256")
    for record, digest in links:
        files[record].append(digest)
    found: dict[HeadKey, list[dict[str, Any]]] = defaultdict(list)
    columns = ("pk", "partner_id", "category_id", "person_id", "organisation_id", "occasion_id", "held_on", "version")
    for row in Participation.objects.verified().filter(period=period).order_by("pk").values_list(*columns):
        key, rest = row[0], row[1:]
        evidence = sorted(files[key])
        found[rest[0], rest[1], rest[2], rest[3]].append(
            {"id": key, "sha256": digest_of([*row, evidence]), "evidence": evidence}
        )
    return found
