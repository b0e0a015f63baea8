"""What respondents send: page by page, and once and for all at the end."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from django.db import IntegrityError, transaction
from django.db.models import F

from core.inserting import insert_together
from core.problems import Problem, ProblemsFound
from impact_study.enums import CountedStep, Missing, QuestionType, Required, ResponseState
from impact_study.models import Channel, ConsentRecord, Participant, Response, ResponseDelta, SurveyInvitation, Wave
from impact_study.rules import retro
from impact_study.rules.answers import Settled, next_page, settle
from impact_study.rules.codes import LETTERS, is_right, keyed, plain_code, printed
from impact_study.rules.compiled import CompiledSurvey
from impact_study.rules.compiled.reading import read_sent
from impact_study.rules.definition import Definition, Question
from impact_study.rules.doors import code_used, full, link_used
from impact_study.services import drafts, linking
from impact_study.services.counters import Place, delta
from impact_study.services.courses import Course
from impact_study.services.entrances import Entrance
from impact_study.services.snapshots import mark_withdrawn
from impact_study.services.steps import note_step

DAY_SECONDS = 24 * 3600
SCREENING = "screen"


@dataclass
class Step:
    """What became of a page: the next one, the end, or the same page again with what is wrong or still open."""

    page: str = ""
    problems: Sequence[Problem] = ()
    is_last: bool = False
    is_screened_out: bool = False


def submit_page(
    *, entrance: Entrance, survey: CompiledSurvey, course: Course, raw: Mapping[str, Sequence[str]], today: date
) -> Step:
    """Take in a page and go on. Good answers are kept whatever else is wrong. Open ones are asked for once more."""
    problems = take_page(survey=survey, course=course, raw=raw, today=today)
    hard = [problem for problem in problems if not problem.warning]
    shown_now = [problem for problem in problems if problem.code == "now_shown"]
    is_new = course.page not in course.asked
    soft = [problem for problem in problems if problem.code == "soft_required" and is_new]
    if hard or shown_now or soft:
        if soft:
            course.asked.append(course.page)
        return Step(course.page, [*hard, *shown_now, *soft])
    _count_page(entrance, survey, course)
    if is_screened_out(survey.definition, course.answers):
        return Step(is_last=True, is_screened_out=True)
    after = _next(survey, course, today)
    return Step(after) if after else Step(is_last=True)


def take_page(
    *, survey: CompiledSurvey, course: Course, raw: Mapping[str, Sequence[str]], today: date
) -> Sequence[Problem]:
    """Put the answers of a page in the place of its earlier ones."""
    compiled = survey.pages[course.page]
    reading = read_sent(survey, compiled, raw, known=course.answers, today=today)
    for question in compiled.page.questions:
        for name in (question.code, question.other_code):
            course.answers.pop(name, None)
            course.missing.pop(name, None)
    course.answers.update(reading.values)
    course.missing.update(
        (code, str(reason)) for code, reason in reading.missing.items() if reason != Missing.NOT_SHOWN
    )
    return reading.problems


def _next(survey: CompiledSurvey, course: Course, today: date) -> str:
    if survey.is_plain:
        place = survey.order.index(course.page) + 1
        return survey.order[place] if place < len(survey.order) else ""
    page = next_page(survey.definition, course.page, course.answers, today)
    return page.code if page else ""


def _count_page(entrance: Entrance, survey: CompiledSurvey, course: Course) -> None:
    """A page is counted when it is passed for the first time."""
    number = survey.order.index(course.page) + 1
    if number <= course.furthest:
        return
    if course.furthest == 0:
        note_step(place_of(entrance, survey.language, CountedStep.STARTED))
    note_step(place_of(entrance, survey.language, CountedStep.PAGE, course.page))
    course.furthest = number


def place_of(entrance: Entrance, language: str, step: CountedStep, page: str = "") -> Place:
    channel = entrance.channel
    return Place(channel.wave_id, channel.partner_id, entrance.country, language, channel.kind, str(step), page)


def is_screened_out(definition: Definition, answers: Mapping[str, object]) -> bool:
    """Somebody who does not agree to take part, or whom a screening question leaves out."""
    return any(_screens(question, answers.get(question.code)) for question in definition.questions)


def _screens(question: Question, answer: object) -> bool:
    if question.type == QuestionType.CONSENT:
        return question.required == Required.HARD and answer is False
    return question.scale_role == SCREENING and answer is True


@dataclass
class Finished:
    """What the last page tells; `code` takes the answers back. `differs`: stored is what was sent first, not this."""

    code: str
    state: ResponseState
    again: bool = False
    differs: bool = False


def finish_response(
    *, entrance: Entrance, survey: CompiledSurvey, course: Course, at: datetime, screened_out: bool = False
) -> Finished:
    """Store the response, once however often it is sent. Raises ProblemsFound when it cannot be taken."""
    today = entrance.day(at)
    settled = Settled() if screened_out else settled_answers(survey, course, today)
    wrong = [problem for problem in settled.problems if not problem.warning]
    if wrong:
        raise ProblemsFound(wrong)
    state = ResponseState.SCREENED_OUT if screened_out else ResponseState.COMPLETE
    code = withdrawal_code(entrance.study.secret, course.mark)
    rows = _rows(entrance, survey, course, settled, state, code=code, at=at)
    try:
        _store(entrance, survey, course, rows)
    except IntegrityError:
        known = Response.objects.filter(submission_hash=submission_hash(entrance, entrance.wave, course)).first()
        if known is None:
            raise
        if is_linked(entrance, course) and known.withdrawal_hash != withdrawal_hash(entrance.study.secret, code):
            raise ProblemsFound([code_used()]) from None
        return Finished(code, ResponseState(known.state), again=True, differs=_differs(known, rows[0]))
    return Finished(code, state)


def _differs(known: Response, sent: Response) -> bool:
    """Of what was taken back nothing is left to compare."""
    names = ("state", "language", "answers", "missing")
    return known.state != ResponseState.WITHDRAWN and any(getattr(known, at) != getattr(sent, at) for at in names)


def settled_answers(survey: CompiledSurvey, course: Course, today: date) -> Settled:
    """The last word, by the whole questionnaire; where nothing depends on anything, what pages brought is settled."""
    codes = survey.question_codes
    if survey.is_plain:
        answers = {code: course.answers[code] for code in codes if code in course.answers}
        missing = {code: Missing(course.missing.get(code, Missing.NO_ANSWER)) for code in codes if code not in answers}
        if not survey.needed & missing.keys():
            others = {name: words for name, words in course.answers.items() if name.endswith("__other")}
            return Settled({**answers, **others}, missing)
    settled = settle(survey.definition, course.answers, course.missing, today=today, texts=survey.texts.base)
    for code, reason in settled.missing.items():
        if reason == Missing.NO_ANSWER and course.missing.get(code) == Missing.PREFER_NOT_TO_SAY:
            settled.missing[code] = Missing.PREFER_NOT_TO_SAY
    return settled


def _rows(
    entrance: Entrance, survey: CompiledSurvey, course: Course, settled: Settled, state: ResponseState, *,
    code: str, at: datetime,
) -> list[Response]:  # fmt: skip
    row = _row(entrance, entrance.wave, survey, course, settled, state, code=code, at=at)
    if entrance.then is not None and state == ResponseState.COMPLETE:
        return _both(entrance, entrance.then, survey, row, course)
    return [row]


def _store(entrance: Entrance, survey: CompiledSurvey, course: Course, rows: list[Response]) -> None:
    """Most are one response that changes nothing but its count."""
    bound = course.pseudonym or course.invitation or course.draft or survey.consents
    if bound or len(rows) > 1 or entrance.channel.limit is not None:
        _store_with_others(entrance, survey, course, rows)
    else:
        insert_together(rows[0], delta(counted_place(rows[0])))


@transaction.atomic
def _store_with_others(entrance: Entrance, survey: CompiledSurvey, course: Course, rows: list[Response]) -> None:
    """With the participant, the consent, the invitation, the place of a limited number and the draft."""
    if course.pseudonym or len(rows) > 1:
        participant = linking.participant_of(entrance.study, course.pseudonym or course.mark)
        for row in rows:
            row.participant = participant
    Response.objects.bulk_create(rows)
    _count(rows)
    if survey.consents:
        _note_consent(entrance, survey, course, rows[0].day)
    if course.invitation:
        use_invitation(course.invitation)
    if entrance.channel.limit is not None and rows[0].state == ResponseState.COMPLETE:
        _take_place(entrance.channel)
    if course.draft:
        drafts.forget(course.draft)


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


def submission_hash(entrance: Entrance, wave: Wave, course: Course) -> str:
    """One response a card or account and wave; elsewhere one of each time somebody began."""
    name = course.pseudonym if is_linked(entrance, course) else course.mark
    return sha256(f"{wave.pk}:{name}".encode()).hexdigest()


def is_sent(entrance: Entrance, course: Course) -> bool:
    """Whether this way through the survey has come to its end already."""
    hashed = withdrawal_hash(entrance.study.secret, withdrawal_code(entrance.study.secret, course.mark))
    return Response.objects.filter(withdrawal_hash=hashed, wave=entrance.wave).exists()


def is_linked(entrance: Entrance, course: Course) -> bool:
    """Whether the pseudonym stands for one person, so that a second answer is refused."""
    return bool(course.pseudonym) and (entrance.asks_code or entrance.needs_account)


def _count(rows: Sequence[Response], number: int = 1) -> None:
    ResponseDelta.objects.bulk_create(delta(counted_place(row), number) for row in rows)


STEPS = {
    ResponseState.COMPLETE: CountedStep.COMPLETE,
    ResponseState.SCREENED_OUT: CountedStep.SCREENED_OUT,
    ResponseState.WITHDRAWN: CountedStep.WITHDRAWN,
}


def counted_place(row: Response) -> Place:
    step = STEPS[ResponseState(row.state)]
    return Place(row.wave_id, row.partner_id, row.country, row.language, row.channel_kind, str(step))


def use_invitation(token_hash: str) -> None:
    """Only that it is done, and not when. Raises ProblemsFound when it was."""
    if not SurveyInvitation.objects.filter(token_hash=token_hash, is_done=False).update(is_done=True):
        raise ProblemsFound([link_used()])


def _take_place(channel: Channel) -> None:
    """One of a limited number of answers: counted so that nobody gets the one after the last."""
    if not Channel.objects.filter(pk=channel.pk, used__lt=F("limit")).update(used=F("used") + 1):
        raise ProblemsFound([full()])


def _note_consent(entrance: Entrance, survey: CompiledSurvey, course: Course, day: date) -> None:
    words = "\n".join(survey.texts.words(question.text) for question in survey.consents)
    choices = {question.code: course.answers.get(question.code) for question in survey.consents}
    ConsentRecord.objects.create(
        study=entrance.study, text_hash=sha256(words.encode()).hexdigest(), language=survey.language,
        choices=choices, day=day,
    )  # fmt: skip


def withdrawal_code(secret: str, mark: str) -> str:
    """The code shown at the end: the same for a response that is sent again, made by nobody else."""
    number = int.from_bytes(keyed(secret or mark, "withdrawal code", mark))
    letters = ""
    for _place in range(12):
        number, rest = divmod(number, len(LETTERS))
        letters += LETTERS[rest]
    return printed(letters)


def withdrawal_hash(secret: str, code: str) -> str:
    return keyed(secret, "withdrawal", plain_code(code)).hex() if secret else ""


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
    gone = [row.participant_id for row in emptied if row.participant_id]
    Participant.objects.filter(pk__in=gone, responses__isnull=True).delete()
    _count(emptied, -1)
    for row in emptied:
        row.state = ResponseState.WITHDRAWN
        mark_withdrawn(response=row)
    _count(emptied)
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
