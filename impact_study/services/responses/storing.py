"""A response written down, with all that changes in the same transaction."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

from django.db import transaction
from django.db.models import F

from core.inserting import insert_together
from core.problems import ProblemsFound
from impact_study.enums import QuestionType, ResponseState
from impact_study.models import Channel, ConsentRecord, Response, SurveyInvitation
from impact_study.rules.answers.files import entries_of
from impact_study.rules.compiled import CompiledSurvey
from impact_study.rules.doors import full, link_used
from impact_study.services import drafts, linking
from impact_study.services.counters import delta
from impact_study.services.courses import Course
from impact_study.services.entrances import Entrance
from impact_study.services.responses.rows import count, counted_place
from impact_study.services.sent_files import bind, owner_of, remove_unanswered


def store(entrance: Entrance, survey: CompiledSurvey, course: Course, rows: list[Response]) -> None:
    """Most are one response that changes nothing but its count."""
    bound = course.pseudonym or course.invitation or course.draft or survey.consents or survey.takes_files
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
    count(rows)
    if survey.consents:
        _note_consent(entrance, survey, course, rows[0].day)
    if course.invitation:
        use_invitation(course.invitation)
    if entrance.channel.limit is not None and rows[0].state == ResponseState.COMPLETE:
        _take_place(entrance.channel)
    if course.draft:
        drafts.forget(course.draft)
    if survey.takes_files:
        _bind_files(survey, course, rows[0])


def _bind_files(survey: CompiledSurvey, course: Course, response: Response) -> None:
    """The files that the answers name become the response's; whatever else was sent on the way goes."""
    owner = owner_of(course)
    asked = (question.code for question in survey.definition.questions if question.type == QuestionType.FILE)
    entries = {code: entries_of(response.answers[code]) for code in asked if code in response.answers}
    keys = {code: [str(one["id"]) for one in files] for code, files in entries.items()}
    bind(response=response, owner=owner, keys=keys)
    remove_unanswered(owner)


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
