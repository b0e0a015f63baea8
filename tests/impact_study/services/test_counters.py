import random

import pytest
from django.utils import timezone

from core.problems import ProblemsFound
from impact_study.enums import CountedStep
from impact_study.models import Response, ResponseDelta, WaveTarget
from impact_study.services.counters import fold_counts, full_count, read_counts
from impact_study.services.courses import Course
from impact_study.services.entrances import entrance_of
from impact_study.services.responses import finish_response, withdraw_response
from network.models import AnswerCount
from network.services.board import quota_board
from tests.factories import CategoryFactory, PartnerFactory
from tests.factories.impact_study import ChannelFactory

pytestmark = pytest.mark.django_db


def answered(channel, language="en", **course):
    entrance = entrance_of(channel.slug)
    survey = entrance.survey(language)
    course = Course(
        channel=channel.pk, version=channel.wave.version_id, page="work", answers={"useful": "yes"}, **course
    )
    return finish_response(entrance=entrance, survey=survey, course=course, at=timezone.now())


def exact(channels):
    waves = {channel.wave for channel in channels}
    steps = {str(step) for step in (CountedStep.COMPLETE, CountedStep.SCREENED_OUT, CountedStep.WITHDRAWN)}
    kept = {place: number for place, number in read_counts(waves).items() if place.step in steps}
    return kept == dict(full_count(waves))


def test_counters_equal_a_full_count_after_any_answers_withdrawals_and_folds():
    dice = random.Random(7)
    first = ChannelFactory(wave__study__linkage="none")
    channels = [first, ChannelFactory(wave=first.wave), ChannelFactory(wave__study=first.wave.study, wave__kind="post")]
    codes = []
    for _turn in range(60):
        channel = dice.choice(channels)
        act = dice.random()
        if act < 0.6:
            codes.append((channel, answered(channel, dice.choice(["en", "es"])).code))
        elif act < 0.85 and codes:
            of, code = codes.pop(dice.randrange(len(codes)))
            assert withdraw_response(entrance=entrance_of(of.slug), code=code) == 1
            assert withdraw_response(entrance=entrance_of(of.slug), code=code) == 0
        else:
            fold_counts(channel.wave)
        assert exact(channels)
    for channel in channels:
        fold_counts(channel.wave)
    assert exact(channels)
    assert not ResponseDelta.objects.exists()


def test_folding_moves_the_answers_of_the_quota_board_and_adds_them_to_no_head():
    channel = ChannelFactory(wave__study__linkage="none", wave__group="student")
    category = CategoryFactory(project=channel.project, respondent_groups=["student", "teacher"])
    teachers = ChannelFactory(wave__study=channel.wave.study, wave__group="teacher", partner=channel.partner)
    WaveTarget.objects.create(wave=channel.wave, partner=channel.partner, answers=30)
    codes = [answered(channel).code for _each in range(3)]
    answered(teachers)
    withdraw_response(entrance=entrance_of(channel.slug), code=codes[0])

    fold_counts(teachers.wave)
    fold_counts(channel.wave)

    count = AnswerCount.objects.get()
    assert (count.partner, count.category, count.answers, count.target) == (channel.partner, category, 3, 30)
    assert count.wave == f"{channel.wave.study.code}/pre"
    cell = quota_board(channel.project).rows[0].cells[0]
    assert (cell.counts.answers, cell.counts.reached) == (3, 0)


def test_the_last_place_of_a_channel_goes_to_one():
    channel = ChannelFactory(wave__study__linkage="none", limit=2)
    for _each in range(2):
        answered(channel)

    with pytest.raises(ProblemsFound) as found:
        answered(channel)

    assert [problem.code for problem in found.value.problems] == ["limit_reached"]
    assert (Response.objects.count(), ResponseDelta.objects.filter(step="complete").count()) == (2, 2)


def test_an_answer_of_another_partner_is_its_own():
    channel = ChannelFactory(wave__study__linkage="none")
    other = ChannelFactory(wave=channel.wave, partner=PartnerFactory(project=channel.project))
    answered(channel)
    answered(other)

    places = {place.partner for place in read_counts([channel.wave])}

    assert places == {channel.partner_id, other.partner_id}
