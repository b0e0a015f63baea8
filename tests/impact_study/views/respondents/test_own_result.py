import re

import pytest

from impact_study.models import Wave
from impact_study.rules.definition import trusted_definition
from impact_study.rules.own_results import group_scores, is_due, own_scores
from impact_study.services.counters import fold_counts
from impact_study.services.group_scores import bring_scores
from tests.factories.impact_study import ResponseFactory
from tests.impact_study.surveys import QUESTIONNAIRE, TEXTS, Respondent, survey

pytestmark = pytest.mark.django_db
TITLED = {**QUESTIONNAIRE, "scales": [{**QUESTIONNAIRE["scales"][0], "title": "mentor.title"}]}


def definition(**scale):
    return trusted_definition({**TITLED, "scales": [{**TITLED["scales"][0], **scale}]})


@pytest.fixture
def channel():
    texts = {language: {**found, "mentor.title": f"Mentoring {language}"} for language, found in TEXTS.items()}
    return survey(wave__version__definition=TITLED, wave__version__texts=texts)


def answered(wave, number, **answers):
    for _each in range(number):
        ResponseFactory(wave=wave, answers=answers)


def folded(wave, complete):
    wave.refresh_from_db()
    bring_scores(wave, complete=complete)
    return Wave.objects.get(pk=wave.pk).group_scores


def row(html):
    cells = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", html.partition("<tbody>")[2])
    return [re.sub(r"<[^>]*>", "", cell) for cell in cells]


@pytest.mark.parametrize(("language", "title", "own"), [("en", "Mentoring en", "2.0"), ("es", "Mentoring es", "2,0")])
def test_the_last_page_tells_ones_own_result_beside_the_groups(client, channel, language, title, own):
    answered(channel.wave, 5, mentor_1="yes", mentor_2="yes")
    folded(channel.wave, 5)
    respondent = Respondent(client, channel, language)

    respondent.walk()

    assert row(respondent.html) == [f"{title} (1–3)", own, own.replace("2", "3"), "5"]


def test_nothing_of_a_group_that_is_too_small_is_told(client, channel):
    answered(channel.wave, 4, mentor_1="yes", mentor_2="yes")

    assert folded(channel.wave, 4) == {}
    respondent = Respondent(client, channel)
    respondent.walk()
    assert "own-result" not in respondent.html


def test_two_means_never_differ_by_fewer_people_than_the_smallest_group(channel):
    answered(channel.wave, 5, mentor_1="yes", mentor_2="yes")
    first = folded(channel.wave, 5)
    answered(channel.wave, 4, mentor_1="no", mentor_2="no")
    same = folded(channel.wave, 9)
    answered(channel.wave, 1)
    few_with_a_score = folded(channel.wave, 10)

    assert first == same == {"n": 5, "scales": {"mentor": [5, 3.0]}}
    assert few_with_a_score == {"n": 10, "scales": {"mentor": [5, 3.0]}}


def test_folding_the_counters_brings_the_scores(client, channel):
    for _each in range(5):
        Respondent(client, channel).walk()
    fold_counts(channel.wave)

    assert Wave.objects.get(pk=channel.wave_id).group_scores == {"n": 5, "scales": {"mentor": [5, 2.0]}}


@pytest.mark.parametrize(
    ("scale", "answers", "scores"),
    [
        ({}, {"mentor_1": "yes", "mentor_2": "no"}, {"mentor": 2}),
        ({"reversed": ["mentor_2"]}, {"mentor_1": "yes", "mentor_2": "no"}, {"mentor": 3}),
        ({"rule": "sum"}, {"mentor_1": "yes", "mentor_2": "partly"}, {"mentor": 5}),
        ({}, {"mentor_1": "yes"}, {}),
        ({"minimum_share": 0.5, "rule": "sum"}, {"mentor_1": "yes"}, {"mentor": 6}),
        ({}, {}, {}),
    ],
)
def test_a_score_follows_the_rule_of_its_scale(scale, answers, scores):
    assert own_scores(definition(**scale), answers) == scores


def test_a_mean_is_of_those_who_have_a_score():
    sheets = [{"mentor_1": "yes", "mentor_2": "yes"}, {"mentor_1": "no", "mentor_2": "no"}, {}]

    assert group_scores(definition(), sheets, least=2) == {"mentor": (2, 2.0)}
    assert group_scores(definition(), sheets, least=3) == {}


def test_large_groups_are_counted_seldom():
    assert [is_due(now=now, then=1000, least=5) for now in (1005, 1099, 1100)] == [False, False, True]
