from datetime import timedelta

import pytest
from django.utils import timezone

from core.models import AuditEntry
from core.problems import ProblemsFound
from impact_study.enums import Anonymity, StudyState, VersionState, WaveKind
from impact_study.models import AnalysisPlan, Study, WaveTarget
from impact_study.services.studies import archive_study, change_study, close_study, create_study, start_study
from impact_study.services.waves import add_wave, change_wave
from network.enums import RespondentGroup
from tests.factories import PartnerFactory, ProjectFactory, UserFactory
from tests.factories.impact_study import ResponseFactory, StudyFactory, VersionFactory, WaveFactory

pytestmark = pytest.mark.django_db


def wave_facts(version, **change):
    known = {
        "group": RespondentGroup.STUDENT, "kind": WaveKind.POST, "version": version, "opens_at": None,
        "closes_at": None, "population": None,
    }  # fmt: skip
    return {**known, **change}


def test_study_code_is_taken_once_in_a_project():
    study = StudyFactory()
    with pytest.raises(ProblemsFound, match="has this code"):
        create_study(project=study.project, facts={"code": study.code}, by=UserFactory())


def test_anonymity_cannot_be_changed_after_the_first_response():
    study = ResponseFactory().study
    facts = {"anonymity": Anonymity.CONFIDENTIAL}
    with pytest.raises(ProblemsFound) as found:
        change_study(study=study, seen=study.changed_at.isoformat(), facts=facts, by=UserFactory())
    assert [problem.code for problem in found.value.problems] == ["anonymity_fixed"]
    assert Study.objects.get(pk=study.pk).anonymity == Anonymity.ANONYMOUS


def test_changing_a_study_that_somebody_saved_meanwhile_is_refused():
    study = StudyFactory()
    seen = study.changed_at.isoformat()
    change_study(study=study, seen=seen, facts={"legal_basis": "first"}, by=UserFactory())
    with pytest.raises(ProblemsFound) as found:
        change_study(study=study, seen=seen, facts={"legal_basis": "second"}, by=UserFactory())
    assert [problem.code for problem in found.value.problems] == ["conflict"]
    assert Study.objects.get(pk=study.pk).legal_basis == "first"


def test_study_starts_with_a_published_wave_and_closes_for_good():
    wave = WaveFactory(study__state=StudyState.DRAFT)
    study, user = wave.study, UserFactory()
    plan = AnalysisPlan.objects.create(study=study, number=1, content={})

    start_study(study=study, by=user)
    close_study(study=study, by=user)

    study.refresh_from_db()
    wave.refresh_from_db()
    plan.refresh_from_db()
    assert (study.state, study.secret, study.closed_by) == (StudyState.CLOSED, "", user)
    assert wave.closes_at is not None
    assert not wave.is_open(at=timezone.now())
    assert plan.locked_at is not None
    assert list(AuditEntry.objects.filter(action__startswith="impact_study.study").values_list("action", flat=True)) == [
        "impact_study.study.started", "impact_study.study.closed",
    ]  # fmt: skip


def test_study_with_a_draft_questionnaire_does_not_start():
    version = VersionFactory(state=VersionState.DRAFT, published_at=None)
    study = StudyFactory(project=version.instrument.project, state=StudyState.DRAFT)
    WaveFactory(study=study, version=version)
    with pytest.raises(ProblemsFound, match="not published"):
        start_study(study=study, by=UserFactory())


def test_closed_study_is_archived_and_then_does_not_change():
    study, user = StudyFactory(state=StudyState.CLOSED), UserFactory()
    archive_study(study=study, by=user)
    with pytest.raises(ProblemsFound, match="archived"):
        change_study(study=study, seen=study.changed_at.isoformat(), facts={"legal_basis": "x"}, by=user)


def test_running_study_is_not_archived():
    with pytest.raises(ProblemsFound, match="not in a state"):
        archive_study(study=StudyFactory(), by=UserFactory())


def test_wave_is_added_with_its_targets():
    study = StudyFactory(project=ProjectFactory())
    partner = PartnerFactory(project=study.project)
    version = VersionFactory(instrument__project=study.project)
    wave = add_wave(study=study, facts=wave_facts(version), targets={partner: 50}, by=UserFactory())
    assert list(WaveTarget.objects.values_list("wave", "partner", "answers")) == [(wave.pk, partner.pk, 50)]


def test_wave_of_a_closed_study_is_refused():
    study = StudyFactory(state=StudyState.CLOSED)
    version = VersionFactory(instrument__project=study.project)
    with pytest.raises(ProblemsFound, match="nobody is asked"):
        add_wave(study=study, facts=wave_facts(version), targets={}, by=UserFactory())


def test_wave_takes_no_second_save_from_an_old_page():
    wave = WaveFactory()
    seen, later = wave.changed_at.isoformat(), timezone.now() + timedelta(days=1)
    facts = wave_facts(wave.version, kind=wave.kind)
    change_wave(wave=wave, seen=seen, facts={**facts, "closes_at": later}, targets={}, by=UserFactory())
    with pytest.raises(ProblemsFound) as found:
        change_wave(wave=wave, seen=seen, facts=facts, targets={}, by=UserFactory())
    assert [problem.code for problem in found.value.problems] == ["conflict"]
