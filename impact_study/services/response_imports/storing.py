"""Storing what a dry run showed."""

from __future__ import annotations

from collections import Counter

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, ProblemsFound
from impact_study.enums import Linkage
from impact_study.models import Response, ResponseDelta, Wave
from impact_study.services import linking
from impact_study.services.counters import delta
from impact_study.services.response_imports.asking import import_problems
from impact_study.services.response_imports.preparing import PIECE, Prepared
from impact_study.services.responses import counted_place


def store(*, prepared: Prepared, digest: str, wave: Wave, by: User | None) -> int:
    """All responses with their counts in one transaction. Raises ProblemsFound when the dry run showed other ones."""
    if prepared.digest != digest:
        raise ProblemsFound([_changed()])
    if problems := import_problems(wave):
        raise ProblemsFound(problems)
    try:
        with transaction.atomic():
            for row, name in zip(prepared.responses, prepared.names, strict=True):
                if name and wave.study.linkage != Linkage.NONE:
                    row.participant = linking.participant_of(wave.study, name)
            Response.objects.bulk_create(prepared.responses, batch_size=PIECE)
            counts = Counter(counted_place(row) for row in prepared.responses)
            ResponseDelta.objects.bulk_create(delta(place, number) for place, number in counts.items())
            audit.record("impact_study.answers.imported", target=wave, by=by, rows=len(prepared.responses))
    except IntegrityError:
        raise ProblemsFound([_changed()]) from None
    return len(prepared.responses)


def _changed() -> Problem:
    message = _("Answers have come in since the file was checked.")
    return Problem("changed_meanwhile", message, remedy=_("Check it again."))
