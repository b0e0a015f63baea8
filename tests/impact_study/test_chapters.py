from datetime import date

import pytest

from impact_study.chapters import build
from impact_study.models import WaveTarget
from impact_study.services.publications import publish
from network.reporting import facts_of_apps
from tests.factories import PartnerFactory, PeriodFactory, UserFactory
from tests.factories.impact_study import ResponseFactory, VersionFactory, WaveFactory
from tests.impact_study.services.test_publications import edition_of, run_of

pytestmark = pytest.mark.django_db


def rows(content, title):
    return [tuple(row) for table in content.tables if table.title == title for row in table.rows]


def test_the_chapter_tells_responses_against_targets_and_hides_those_of_few():
    period = PeriodFactory(starts_on=date(2018, 1, 1), ends_on=date(2018, 12, 31))
    version = VersionFactory(instrument__project=period.project)
    wave = WaveFactory(study__project=period.project, study__title={"en": "IO1"}, version=version)
    partners = [PartnerFactory(project=period.project, number=number) for number in (1, 2, 3)]
    for partner, answers in zip(partners, (12, 9, 2), strict=True):
        WaveTarget.objects.create(wave=wave, partner=partner, answers=10)
        for _number in range(answers):
            ResponseFactory(study=wave.study, wave=wave, version=version, partner=partner, day=date(2018, 5, 1))
    ResponseFactory(study=wave.study, wave=wave, version=version, partner=partners[0], day=date(2019, 1, 1))

    content = build(period.project, period, None)

    hidden = "hidden, n < 5 or beside such a figure"
    place = ("IO1", wave.get_group_display(), wave.get_kind_display())
    assert rows(content, "Responses by wave") == [(*place, 23, 30)]
    assert rows(content, "Responses by wave and partner") == [
        (*place, "P1", 12, 10), (*place, "P2", hidden, 10), (*place, "P3", hidden, 10)
    ]  # fmt: skip


def test_a_locked_period_keeps_the_findings_that_were_published_in_it():
    staff = UserFactory(is_staff=True)
    edition = edition_of(run_of(), staff, approved=True)
    publish(publication=edition, by=staff)
    edition.refresh_from_db()
    day = edition.published_at.date()
    period = PeriodFactory(project=edition.study.project, starts_on=day, ends_on=day)
    kept = facts_of_apps(period.project, period)
    edition.run.findings.all().delete()

    content = build(period.project, period, {"apps": kept})

    assert [key for key, _title in rows(content, "Findings published")] == ["change.skill"]
    assert [figure.value for figure in content.figures] == [0, 1, 1]
