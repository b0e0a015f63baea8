"""Step five: everything in one transaction, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from core import audit
from core.problems import Problem, stop_on
from network.enums import ImportKind, ImportState
from network.models import ImportBatch, ImportRow
from network.services.importing.figures import open_questions
from network.services.importing.memory import remember_fields
from network.services.importing.stages import Stages, Tell
from network.services.importing.taking_in_experiences import take_in_experiences
from network.services.importing.taking_in_organisations import take_in_organisations
from network.services.importing.taking_in_people import take_in_people

TAKE_IN = {
    ImportKind.PEOPLE: take_in_people,
    ImportKind.ATTENDANCE: take_in_people,
    ImportKind.ORGANISATIONS: take_in_organisations,
    ImportKind.EXPERIENCES: take_in_experiences,
}
STAGES = {ImportKind.PEOPLE: 4, ImportKind.ATTENDANCE: 6, ImportKind.ORGANISATIONS: 4, ImportKind.EXPERIENCES: 3}


def applying_problems(batch: ImportBatch) -> list[Problem]:
    """Why a batch cannot be applied yet."""
    if batch.state == ImportState.UNDONE:
        return [Problem("undone", _("This import was undone. Begin a new one."))]
    if batch.state != ImportState.PREVIEWED:
        return [Problem("not_previewed", _("Look at the preview first."))]
    if still_open := open_questions(batch):
        message = ngettext("%(count)d question is still open.", "%(count)d questions are still open.", still_open)
        return [Problem("open_questions", message % {"count": still_open})]
    if batch.counts["preview"]["rows"] == batch.counts["preview"]["refused"]:
        return [Problem("nothing_to_apply", _("No row can be taken in."))]
    return []


@transaction.atomic
def apply_import(*, batch: ImportBatch, by: User | None, tell: Tell | None = None) -> ImportBatch:
    """Take the rows in. A batch that is applied already stays as it is. Raises ProblemsFound.

    `tell` hears how far it is, in rows of rows, from inside the transaction.
    """
    batch = ImportBatch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    if batch.state == ImportState.APPLIED:
        return batch
    stop_on(applying_problems(batch))
    rows = list(batch.rows.all())
    taken = [row for row in rows if not row.is_refused and row.decision != "skip"]
    stages = Stages(len(rows), of=STAGES[ImportKind(batch.kind)] + 1, tell=tell)
    made = TAKE_IN[ImportKind(batch.kind)](batch, taken, stages, by=by)
    _store_outcomes(rows, taken)
    stages.next()
    batch.counts = batch.counts | {"applied": _figures(rows, taken, made), "made": made}
    batch.state, batch.applied_at = ImportState.APPLIED, timezone.now()
    batch.save()
    remember_fields(batch)
    audit.record("network.import.applied", target=batch, by=by, **batch.counts["applied"])
    return batch


def _store_outcomes(rows: Sequence[ImportRow], taken: Sequence[ImportRow]) -> None:
    kept = {row.pk for row in taken}
    for row in rows:
        if row.pk not in kept:
            row.outcome = {"refused": True} if row.is_refused else {"skipped": True}
    ImportRow.objects.bulk_create(
        rows, batch_size=500, update_conflicts=True, unique_fields=["id"], update_fields=["outcome"]
    )


def _figures(rows: Sequence[ImportRow], taken: Sequence[ImportRow], made: dict[str, list[int]]) -> dict[str, Any]:
    refused = sum(row.is_refused for row in rows)
    return {
        "rows": len(rows),
        "taken": len(taken),
        "refused": refused,
        "skipped": len(rows) - len(taken) - refused,
        **{name: len(ids) for name, ids in made.items()},
    }
