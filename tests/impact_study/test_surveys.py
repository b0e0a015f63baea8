import pytest

from impact_study.models import Channel
from network.surveys import SurveyCounts, ask_for_survey, survey_counts
from tests.factories import PartnerFactory
from tests.impact_study.surveys import Respondent, survey

pytestmark = pytest.mark.django_db


def test_an_app_asks_for_a_survey_and_gets_link_and_counts_back(client):
    running = survey()
    partner = PartnerFactory(project=running.project)
    wanted = {"project": running.project, "partner": partner, "group": "student", "wave": "pre"}

    asked = ask_for_survey(**wanted, title="Satisfaction")
    again = ask_for_survey(**wanted, title="Satisfaction")

    assert (asked.pk, asked.address) == (again.pk, again.address)
    own = Channel.objects.get(slug=asked.address.rstrip("/").split("/")[-1])
    assert own.partner == partner
    Respondent(client, own).walk()
    counts = survey_counts(asked)
    assert counts.complete == 1


def test_without_a_running_wave_there_is_no_link_yet():
    partner = PartnerFactory()

    asked = ask_for_survey(project=partner.project, partner=partner, group="teacher", wave="post", title="Later")

    assert asked.address == ""
    assert survey_counts(asked) == SurveyCounts()
