import pytest

from impact_study.models import AnalysisPlan, AnalysisRun
from impact_study.services.run_views import grown_by_few, too_near
from tests.factories import PartnerFactory
from tests.factories.impact_study import ResponseFactory, SnapshotFactory, StudyFactory, WaveFactory

pytestmark = pytest.mark.django_db


def part(key, **where):
    return {"key": key, "groups": ["student"], "where": where, "n": 20}


def test_a_part_that_differs_by_few_people_from_another_is_too_near():
    study = StudyFactory()
    wave = WaveFactory(study=study)
    large, small, other = PartnerFactory.create_batch(3, project=study.project)
    for partner, country, people in ((large, "ES", 20), (small, "ES", 2), (other, "RO", 20)):
        ResponseFactory.create_batch(people, study=study, wave=wave, partner=partner, country=country, language="en")
    run = AnalysisRun(study=study, number=1)
    name = large.organisation.name
    results = [part("whole"), part("spain", country="ES"), part("large", partner=name), part("romania", country="RO")]

    assert too_near(run, results) == {"large"}
    # the whole without the large partner and without Romania would be the small partner's two
    assert too_near(run, results[:1] + results[2:]) == {"romania"}
    assert too_near(run, results[:1] + results[3:]) == set()


def test_parts_of_earlier_runs_count_as_seen():
    study = StudyFactory()
    wave = WaveFactory(study=study)
    large, small, other = PartnerFactory.create_batch(3, project=study.project)
    for partner, country, people in ((large, "ES", 20), (small, "ES", 2), (other, "RO", 20)):
        ResponseFactory.create_batch(people, study=study, wave=wave, partner=partner, country=country, language="en")
    plan = AnalysisPlan.objects.create(study=study, number=1, content={})
    AnalysisRun.objects.create(study=study, plan=plan, number=1, results=[part("spain", country="ES")])

    near = too_near(AnalysisRun(study=study, number=2), [part("large", partner=large.organisation.name)])

    assert near == {"large"}


@pytest.mark.parametrize(("withdrawn", "near"), [(0, {"spain"}), (1, {"spain", "portugal"})])
def test_a_result_that_grew_by_few_people_since_another_snapshot_is_not_told_again(withdrawn, near):
    study = StudyFactory()
    plan = AnalysisPlan.objects.create(study=study, number=1, content={})
    old, new = (SnapshotFactory(study=study, number=n, withdrawn_since=withdrawn * (2 - n)) for n in (1, 2))
    before = [{**part(key), "n": n} for key, n in (("whole", 60), ("spain", 20), ("portugal", 12))]
    AnalysisRun.objects.create(study=study, plan=plan, number=1, snapshot=old, results=before)
    now = [{**part(key), "n": n} for key, n in (("whole", 72), ("spain", 23), ("portugal", 12), ("malta", 9))]

    assert grown_by_few(AnalysisRun(study=study, number=2, snapshot=new), now) == near
    assert grown_by_few(AnalysisRun(study=study, number=2, snapshot=old), now) == set()
