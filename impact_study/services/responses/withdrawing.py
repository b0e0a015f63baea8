"""Answers taken back by whoever gave them."""

from __future__ import annotations

import secrets
from hashlib import sha256

from django.db import transaction

from impact_study.enums import ResponseState
from impact_study.models import Participant, Response, SentFile
from impact_study.rules.codes import is_right
from impact_study.services import linking
from impact_study.services.entrances import Entrance
from impact_study.services.responses.marks import withdrawal_hash
from impact_study.services.responses.rows import count
from impact_study.services.sent_files import remove
from impact_study.services.snapshots import mark_withdrawn


@transaction.atomic
def withdraw_response(*, entrance: Entrance, code: str) -> int:
    """Take answers back by the code of the last page or of the card; returns how many responses were emptied."""
    study = entrance.study
    if not study.secret:
        return 0
    found = Response.objects.filter(study=study).exclude(state=ResponseState.WITHDRAWN)
    if is_right(code, study.secret):
        found = found.filter(participant__pseudonym=linking.by_code(study, code))
    else:
        found = found.filter(withdrawal_hash=withdrawal_hash(study.secret, code))
    emptied = [row for row in found if _empty(row)]
    remove(SentFile.objects.filter(response__in=emptied))
    gone = [row.participant_id for row in emptied if row.participant_id]
    Participant.objects.filter(pk__in=gone, responses__isnull=True).delete()
    count(emptied, -1)
    for row in emptied:
        row.state = ResponseState.WITHDRAWN
        mark_withdrawn(response=row)
    count(emptied)
    return len(emptied)


def _empty(row: Response) -> bool:
    """Of two requests at the same time one empties the row."""
    still = Response.objects.filter(pk=row.pk).exclude(state=ResponseState.WITHDRAWN)
    return bool(
        still.update(
            state=ResponseState.WITHDRAWN, answers={}, missing={}, seconds=None, participant=None,
            withdrawal_hash=sha256(secrets.token_bytes(16)).hexdigest(),
        )
    )  # fmt: skip
