"""A response as its rows, and where each of them is counted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from impact_study.enums import CountedStep, ResponseState
from impact_study.models import Response, ResponseDelta, Wave
from impact_study.rules import retro
from impact_study.rules.answers import Settled
from impact_study.rules.compiled import CompiledSurvey
from impact_study.services.counters import Place, delta
from impact_study.services.courses import Course
from impact_study.services.entrances import Entrance
from impact_study.services.responses.marks import submission_hash, withdrawal_hash

DAY_SECONDS = 24 * 3600
STEPS = {
    ResponseState.COMPLETE: CountedStep.COMPLETE,
    ResponseState.SCREENED_OUT: CountedStep.SCREENED_OUT,
    ResponseState.WITHDRAWN: CountedStep.WITHDRAWN,
}


def rows_of(
    entrance: Entrance, survey: CompiledSurvey, course: Course, settled: Settled, state: ResponseState, *,
    code: str, at: datetime,
) -> list[Response]:  # fmt: skip
    row = _row(entrance, entrance.wave, survey, course, settled, state, code=code, at=at)
    if entrance.then is not None and state == ResponseState.COMPLETE:
        return _both(entrance, entrance.then, survey, row, course)
    return [row]


def _row(
    entrance: Entrance, wave: Wave, survey: CompiledSurvey, course: Course, settled: Settled, state: ResponseState, *,
    code: str, at: datetime,
) -> Response:  # fmt: skip
    seconds = min(max(0, int(at.timestamp()) - course.began), DAY_SECONDS) if course.began else None
    return Response(
        study_id=wave.study_id, wave_id=wave.pk, version_id=course.version, partner_id=entrance.channel.partner_id,
        country=entrance.country, language=survey.language, channel_kind=entrance.channel.kind, state=state,
        day=entrance.day(at), seconds=seconds if state == ResponseState.COMPLETE else None,
        answers=settled.answers, missing={name: str(reason) for name, reason in settled.missing.items()},
        schema_hash=survey.schema_hash,
        withdrawal_hash=withdrawal_hash(entrance.study.secret, code),
        submission_hash=submission_hash(entrance, wave, course),
    )  # fmt: skip


def _both(entrance: Entrance, then: Wave, survey: CompiledSurvey, row: Response, course: Course) -> list[Response]:
    """The retrospective form gives a response to each of its two waves."""
    now_answers, then_answers = retro.split(survey.definition, row.answers)
    now_missing, then_missing = retro.split(survey.definition, row.missing)
    row.answers, row.missing = now_answers, now_missing
    back = Response(
        study_id=row.study_id, wave_id=then.pk, version_id=row.version_id, partner_id=row.partner_id,
        country=row.country, language=row.language, channel_kind=row.channel_kind, state=row.state, day=row.day,
        answers=then_answers, missing=then_missing, schema_hash=row.schema_hash, withdrawal_hash=row.withdrawal_hash,
        submission_hash=submission_hash(entrance, then, course),
    )  # fmt: skip
    return [row, back]


def count(rows: Sequence[Response], number: int = 1) -> None:
    ResponseDelta.objects.bulk_create(delta(counted_place(row), number) for row in rows)


def counted_place(row: Response) -> Place:
    step = STEPS[ResponseState(row.state)]
    return Place(row.wave_id, row.partner_id, row.country, row.language, row.channel_kind, str(step))
