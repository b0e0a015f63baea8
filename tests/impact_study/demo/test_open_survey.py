"""Whoever tries the demo finds a survey that is open."""

import pytest

from impact_study.demo.open_survey import load_open_survey
from tests.factories import OrganisationFactory, PartnerFactory, ProjectFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("language", "words"), [("en", "to try out"), ("es", "para probar")])
def test_a_survey_is_open_to_whoever_tries_the_demo(client, language, words):
    PartnerFactory(project=ProjectFactory(code="doallvet"), organisation=OrganisationFactory(country="ES"))
    UserFactory(email="coordinator@example.org")
    load_open_survey()

    page = client.get(f"/{language}/s/try-it/")
    assert (page.status_code, words in page.content.decode()) == (200, True)
