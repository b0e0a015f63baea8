"""The demo's study finds again what its simulation put in."""

import pytest

from impact_study.demo.simulation import EFFECTS
from impact_study.demo.study import load_study
from impact_study.enums import RunState
from impact_study.models import AnalysisRun
from impact_study.rules.wording import sentences
from network.enums import RespondentGroup
from tests.factories import OrganisationFactory, PartnerFactory, ProjectFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def results():
    """Three partners instead of six."""
    project = ProjectFactory(code="qqvet")
    for country in ("ES", "IT", "PT"):
        PartnerFactory(project=project, organisation=OrganisationFactory(country=country))
    UserFactory(email="coordinator@example.org")
    load_study()
    run = AnalysisRun.objects.get()
    assert (run.state, run.plan.locked_at is not None, run.snapshot.rows) == (RunState.DONE, True, 630)
    return {each["key"]: each for each in run.results}


def test_demo_study_finds_its_effects_again(results):
    effects = {
        "change_student.work_confidence": EFFECTS[RespondentGroup.STUDENT]["conf5"],
        "change_student.career_orientation": EFFECTS[RespondentGroup.STUDENT]["agree5"],
        "change_enterprise.host_capacity": EFFECTS[RespondentGroup.ENTERPRISE]["agree5"],
    }
    missed = {
        key: (results[key]["result"]["interval"], effect)
        for key, effect in effects.items()
        if not results[key]["result"]["interval"]["low"] <= effect <= results[key]["result"]["interval"]["high"]
    }
    assert missed == {}

    told = " ".join(sentences(results["change_student.work_confidence"], name="Work confidence"))
    assert told.startswith("Work confidence rose (by 0.")
    directors = [each for each in results.values() if each["block"] == "item_change_director" and each["n"]]
    assert [each["key"] for each in directors if "no clear change" not in sentences(each, name="It")[0]] == []
