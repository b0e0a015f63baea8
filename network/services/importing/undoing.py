"""Taking a batch back: whatever it made goes, unless something else has come to rest on it since."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from core import audit
from core.problems import Problem, stop_on
from network.enums import ImportState, ParticipationState
from network.models import (
    Affiliation,
    Experience,
    ImportBatch,
    Organisation,
    Person,
    PersonEmail,
    Proof,
)
from network.services.counting import recount, touched_by
from network.services.states import States, states_of, tally_states

CHUNK = 500
# What belongs to a person or organisation and goes with it; any other row that points at one keeps it.
OWN = {"network.PersonEmail", "network.Affiliation", "network.Person_partners", "network.Organisation_projects"}
OWN |= {"network.Organisation_tags", "network.Person_tags", "network.PossibleDuplicate"}


def undoing_problems(batch: ImportBatch) -> list[Problem]:
    """Verified records are a colleague's word: they are returned or rejected first."""
    if batch.state != ImportState.APPLIED:
        return [Problem("not_applied", _("Only an import that was applied can be undone."))]
    verified = batch.participations.filter(state=ParticipationState.VERIFIED).count()
    if not verified:
        return []
    message = ngettext("%(count)d record is verified.", "%(count)d records are verified.", verified)
    return [Problem("verified", message % {"count": verified}, remedy=_("Ask a verifier to return them first."))]


@transaction.atomic
def undo_import(*, batch: ImportBatch, by: User | None) -> ImportBatch:
    """Take back what the batch made; doing it twice changes nothing. Raises ProblemsFound."""
    batch = ImportBatch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    if batch.state == ImportState.UNDONE:
        return batch
    stop_on(undoing_problems(batch))
    made = batch.counts["made"]
    _take_back_participations(batch, by=by)
    _take_back_filled(batch)
    Experience.objects.filter(batch=batch).delete()
    _delete(Affiliation.objects.all(), made.get("affiliations", []))
    _delete(PersonEmail.objects.all(), made.get("emails", []))
    kept = [*_delete_free(Person, made.get("people", [])), *_delete_free(Organisation, made.get("organisations", []))]
    batch.state, batch.undone_at = ImportState.UNDONE, timezone.now()
    batch.counts = batch.counts | {"kept": len(kept)}
    batch.save()
    audit.record("network.import.undone", target=batch, by=by, kept=len(kept))
    return batch


def _take_back_participations(batch: ImportBatch, *, by: User | None) -> None:
    records = list(batch.participations.all())
    audit.record_many(audit.entry("network.participation.deleted", target=record, by=by) for record in records)
    Proof.objects.filter(participation__batch=batch).delete()
    batch.participations.all().delete()
    tally_states(states_of(records), States())
    recount(touched_by(records), by=by, reason=_("An import was undone."))


def _take_back_filled(batch: ImportBatch) -> None:
    """Blanks that the batch filled are blank again, unless somebody wrote something else there."""
    outcomes = [row.outcome for row in batch.rows.exclude(outcome={}) if row.outcome.get("filled")]
    organisations = Organisation.objects.in_bulk({outcome["organisation"] for outcome in outcomes})
    for outcome in outcomes:
        organisation = organisations.get(outcome["organisation"])
        if organisation is None:
            continue
        for name, value in outcome["filled"].items():
            if getattr(organisation, name) == value:
                setattr(organisation, name, "")
        organisation.save()


def _delete(rows: models.QuerySet, ids: Sequence[int]) -> None:
    for start in range(0, len(ids), CHUNK):
        rows.filter(pk__in=ids[start : start + CHUNK]).delete()


def _delete_free(model: type[models.Model], ids: Sequence[int]) -> list[int]:
    """Delete rows that nothing else points at; returns those that stay."""
    kept = _leaned_on(model, ids)
    _delete(model._default_manager.all(), [pk for pk in ids if pk not in kept])
    return sorted(kept)


def _leaned_on(model: type[models.Model], ids: Sequence[int]) -> set[int]:
    """Which of the rows something stands on that is not merely their own."""
    found: set[int] = set()
    pointers = [
        field
        for other in _models()
        for field in other._meta.get_fields()
        if isinstance(field, models.ForeignKey) and field.related_model is model and other._meta.label not in OWN
    ]
    for field in pointers:
        for start in range(0, len(ids), CHUNK):
            chunk = ids[start : start + CHUNK]
            rows = field.model._default_manager.filter(**{f"{field.name}__in": chunk})
            found |= set(rows.values_list(field.attname, flat=True))
    return found


def _models() -> list[type[models.Model]]:
    from django.apps import apps

    return [model for model in apps.get_models(include_auto_created=True) if not model._meta.proxy]
