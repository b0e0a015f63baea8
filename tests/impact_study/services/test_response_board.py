import pytest
from django.test.utils import CaptureQueriesContext

from impact_study.enums import ChannelKind, CountedStep
from impact_study.models import ResponseDelta, ResponseTally, WaveTarget
from impact_study.services.response_board import response_board
from tests.factories import PartnerFactory
from tests.factories.impact_study import WaveFactory

pytestmark = pytest.mark.django_db


def counts(model, wave, partner, step, number, page=""):
    model.objects.create(
        wave=wave, partner=partner, country="ES", language="es", channel_kind=ChannelKind.OPEN_LINK, step=step,
        page=page, number=number,
    )  # fmt: skip


def test_response_board_adds_what_is_not_yet_folded_into_the_tallies():
    wave = WaveFactory(population=40)
    partner = PartnerFactory(project=wave.study.project)
    WaveTarget.objects.create(wave=wave, partner=partner, answers=30)
    counts(ResponseTally, wave, partner, CountedStep.STARTED, 20)
    counts(ResponseTally, wave, partner, CountedStep.COMPLETE, 15)
    counts(ResponseDelta, wave, partner, CountedStep.COMPLETE, -1)
    counts(ResponseDelta, wave, partner, CountedStep.WITHDRAWN, 1)
    counts(ResponseTally, wave, partner, CountedStep.PAGE, 17, page="work")

    board = response_board(wave.study, wave=wave)

    assert (board.total.target, board.total.answered, board.total.completion) == (30, 14, 75.0)
    assert [(line.label, line.answered, line.rate) for line in board.waves] == [("Students · Before", 14, 35.0)]
    assert [(line.answered, line.target, line.rate) for line in board.partners] == [(14, 30, None)]
    assert [(page.title, page.passed) for page in board.pages] == [("Your work", 17)]


def test_response_board_asks_as_often_for_three_partners_as_for_one():
    wave, asked = WaveFactory(), []
    from django.db import connection

    for more in (1, 2):
        for _each in range(more):
            counts(ResponseTally, wave, PartnerFactory(project=wave.study.project), CountedStep.COMPLETE, 3)
        with CaptureQueriesContext(
            connection,
        ) as seen:
            response_board(wave.study)
        asked.append(len(seen))
    assert asked[0] == asked[1] <= 6
