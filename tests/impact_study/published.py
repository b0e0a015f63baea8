"""A closed study with a run on its answers, and editions of it, for tests of what is published."""

from django.utils import timezone

from core.jobs.running import run as run_job
from impact_study.enums import StudyState
from impact_study.models import AnalysisRun
from impact_study.services.plans import plan_of
from impact_study.services.publications import approve_publication, draft_publications, publish, rare_combinations
from impact_study.services.runs import start_run
from tests.factories import UserFactory
from tests.impact_study.answered import answered_study


def run_study(*, people=60, **facts):
    """Three people come from Malta: whatever is said of them alone is hidden."""
    staff = UserFactory(is_staff=True)
    study = answered_study(
        people, **{"title": {"en": "What work-based learning changes"}, "languages": ["en"], **facts}
    )
    run_job(str(start_run(plan=plan_of(study=study, by=staff), by=staff).pk))
    type(study).objects.filter(pk=study.pk).update(
        state=StudyState.CLOSED, closed_at=timezone.now(), closed_by=staff, secret=""
    )
    type(study.project).objects.filter(pk=study.project_id).update(is_public=True)
    return AnalysisRun.objects.get(study=study), staff


def approved_study(**facts):
    run, staff = run_study(**facts)
    editions = draft_publications(run=run, by=staff)
    for edition in editions:
        approve_publication(publication=edition, rare_seen=len(rare_combinations(run.study)), by=staff)
    return editions[0], staff


def published_study(**facts):
    edition, staff = approved_study(**facts)
    job = publish(publication=edition, by=staff)
    edition.refresh_from_db()
    return edition, staff, job
