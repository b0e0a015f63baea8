"""Targets are promised heads: amended from a day on with a reason, never edited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, ProblemsFound
from network.enums import EvidenceKind
from network.models import Category, Partner, Project, Target
from network.services.evidence import keep_evidence


@dataclass(frozen=True)
class TargetRow:
    """One category: the targets in force by partner, their sum, and what the grant's text says."""

    category: Category
    heads: Sequence[int | None]
    total: int
    stated: int | None

    @property
    def difference(self) -> int | None:
        return None if self.stated is None else self.total - self.stated


def target_table(project: Project, *, on: date) -> tuple[list[Partner], list[TargetRow]]:
    """The partners and, per category, the targets in force on a day. Without a target the cell is None."""
    partners = list(project.partners.select_related("organisation"))
    in_force = Target.objects.in_project(project).in_force(on=on).values_list("category", "partner", "heads")
    heads = {(category, partner): number for category, partner, number in in_force}
    rows = []
    for category in project.categories.all():
        cells = [heads.get((category.pk, partner.pk)) for partner in partners]
        total = sum(cell for cell in cells if cell is not None)
        rows.append(TargetRow(category, cells, total, category.stated_total))
    return partners, rows


@transaction.atomic
def amend_target(
    *, partner: Partner, category: Category, heads: int, valid_from: date, reason: str, by: User, upload: Any = None
) -> Target:
    """Write the next version of a target. Raises ProblemsFound; earlier versions stay as they were."""
    _stop(partner, category, reason)
    before = Target.objects.filter(partner=partner, category=category).in_force(on=valid_from).first()
    amendment = None
    if upload:
        amendment = keep_evidence(
            project=partner.project, partner=partner, upload=upload, kind=EvidenceKind.AGREEMENT, by=by
        )
    target = Target(
        partner=partner, category=category, heads=heads, valid_from=valid_from, reason=reason.strip(),
        amendment=amendment, set_by=by,
    )  # fmt: skip
    try:
        with transaction.atomic():
            target.save()
    except IntegrityError as twice:
        raise ProblemsFound([_same_day()]) from twice
    changes = {"heads": [before.heads if before else None, heads]}
    audit.record(
        "network.target.amended", target=target, by=by, project=partner.project_id, partner=partner.pk,
        category=category.pk, valid_from=valid_from.isoformat(), changes=changes,
    )  # fmt: skip
    return target


def _stop(partner: Partner, category: Category, reason: str) -> None:
    found = []
    if category.project_id != partner.project_id:
        found.append(Problem("category_foreign", _("This category belongs to another project."), field="category"))
    if not reason.strip():
        found.append(Problem("reason_missing", _("Say why the target changes."), field="reason"))
    if found:
        raise ProblemsFound(found)


def _same_day() -> Problem:
    return Problem(
        "same_day",
        _("This partner has another target for the category from the same day."),
        field="valid_from",
        remedy=_("Choose another day: targets are never written over."),
    )
