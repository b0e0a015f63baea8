from __future__ import annotations

from datetime import date

import pytest

from core.problems import ProblemsFound
from reports.enums import Writer
from reports.models import ReportTemplate
from reports.services.beginning import begin_report
from reports.services.template_versions import Typed, change_template
from tests.factories import PeriodFactory, ProjectFactory

pytestmark = pytest.mark.django_db


def change(template, project, *sections, name="Progress report KA2"):
    return change_template(template=template, project=project, name=name, language="es", sections=sections, by=None)


def test_a_change_is_the_projects_next_version_and_other_projects_keep_the_common_one(template, project, report):
    summary = template.sections.get(code="summary")
    new = Typed(None, "Lo aprendido", writer=Writer.ONE_PARTNER, partner_number=2, limit=800)
    changed = change(template, project, new, Typed(summary, "Síntesis", "Breve.", Writer.COORDINATOR, limit=900))
    sections = list(changed.sections.values("code", "title", "writer", "partner_number", "limit", "kind"))
    assert sections == [
        {"code": "text-2-1", "title": {"es": "Lo aprendido"}, "writer": "one_partner", "partner_number": 2,
         "limit": 800, "kind": "text"},
        {"code": "summary", "title": {"en": "Summary", "es": "Síntesis"}, "writer": "coordinator",
         "partner_number": None, "limit": 900, "kind": "text"},
    ]  # fmt: skip
    assert (changed.version, list(ReportTemplate.objects.newest_for(project))) == (2, [changed])
    assert list(ReportTemplate.objects.newest_for(ProjectFactory())) == [template]
    again = change(changed, project, Typed(changed.sections.first(), "Lo aprendido"))
    assert (again.version, list(ReportTemplate.objects.newest_for(project))) == (3, [again])
    assert report.sections.count() == template.sections.count()


def test_words_that_were_only_shown_translate_nothing(template, project):
    section = template.sections.get(code="evidence")
    section.title = {"en": "List of evidence"}
    changed = change(template, project, Typed(section, "List of evidence"))
    assert changed.sections.get().title == {"en": "List of evidence"}


def test_what_is_wrong_is_told_for_every_section_at_once(template, project):
    with pytest.raises(ProblemsFound) as found:
        change(template, project, Typed(None, " "), Typed(None, "A", writer=Writer.ONE_PARTNER, limit=0), name="")
    assert [(problem.code, problem.row) for problem in found.value.problems] == [
        ("no_name", None),
        ("no_title", 1),
        ("no_partner", 2),
        ("limit", 2),
    ]
    with pytest.raises(ProblemsFound, match="at least one section"):
        change(template, project)


def test_a_version_that_is_not_the_newest_is_not_changed_over(template, project):
    change(template, project, Typed(None, "Eins"))
    with pytest.raises(ProblemsFound, match="meanwhile"):
        change(template, project, Typed(None, "Zwei"))


def test_a_report_on_the_same_period_is_not_begun_twice_by_another_version(template, project, report):
    changed = change(template, project, Typed(None, "Eins"))
    with pytest.raises(ProblemsFound, match="There is such a report"):
        begin_report(period=report.period, template=changed, language="en", by=None)
    elsewhere = PeriodFactory(starts_on=date(2019, 1, 1), ends_on=date(2019, 6, 30))
    with pytest.raises(ProblemsFound, match="another project"):
        begin_report(period=elsewhere, template=changed, language="en", by=None)
