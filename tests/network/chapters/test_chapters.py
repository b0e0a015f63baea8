"""What the network tells a report of a small project: three teachers at one partner, one of them also at the other."""

from __future__ import annotations

import pytest
from django.utils import timezone, translation
from django.utils.formats import date_format

from core.charts import table as chart_table
from network.chapters.adjustments import build_adjustments
from network.chapters.evidence import build_evidence
from network.chapters.experiences import build_experiences
from network.chapters.quotas import build_quotas
from network.models import Adjustment, Category
from network.reporting import Figure, chapters
from tests.factories import PeriodFactory, ProjectFactory
from tests.reports.scene import reported_project, take_snapshot

pytestmark = pytest.mark.django_db


@pytest.fixture
def period():
    return reported_project().periods.get()


@pytest.mark.parametrize("chapter", chapters(), ids=lambda chapter: chapter.code)
def test_chapter_builds_for_an_empty_project(chapter):
    period = PeriodFactory(project=ProjectFactory())
    content = chapter.build(period.project, period, None)
    assert content.notes or content.figures or content.tables


def test_quotas_tell_new_heads_with_target_and_source(period):
    content = build_quotas(period.project, period, None)
    assert list(content.figures) == [
        Figure("Teachers", 3, 60, source="Quota board, period still open"),
        Figure("Enterprises", 0, 40, source="Quota board, period still open"),
    ]


def test_quotas_by_partner_print_sum_and_distinct_beside_each_other(period):
    tables = {table.title: table for table in build_quotas(period.project, period, None).tables}
    rows = tables["New heads by partner"].rows
    assert [row[1:] for row in rows] == [(3, 0), (1, 0), (4, 0), (3, 0)]
    assert tables["Reached so far and targets by partner"].rows[-1] == ("Sum of the partners", 4, 60, 0, 40)


def test_quota_chart_says_how_many_are_on_track(period):
    chart = build_quotas(period.project, period, None).charts[0]
    assert (str(chart.statement), chart.values[0][:2]) == ("0 of 2 quotas are on track or reached.", (3, 60))
    assert len(chart_table(chart).rows) == 2


def test_quotas_of_a_locked_period_come_from_its_snapshot(period):
    figures = take_snapshot(period).figures
    figures["categories"][0]["distinct_new"] = 77
    content = build_quotas(period.project, period, figures)
    assert content.figures[0].value == 77
    assert content.figures[0].source.startswith("Snapshot of the locked period")


def test_grants_own_total_is_told_where_it_differs(period):
    Category.objects.filter(code="teachers").update(stated_total=180)
    notes = build_quotas(period.project, period, None).notes
    assert "Teachers: the grant states a total of 180, the partners' targets add up to 60." in notes


def test_experiences_are_counted_by_kind(period):
    told = [(figure.label, figure.value) for figure in build_experiences(period.project, period, None).figures]
    assert told == [("Apprenticeship", 1), ("All experiences", 1)]


def test_adjustment_is_told_with_its_reason(period):
    partner = period.project.partners.get(number=2)
    Adjustment.objects.create(
        project=period.project, period=period, corrects=period, partner=partner, before=4, after=3,
        category=Category.objects.get(code="teachers"), reason="Two records were one person.",
    )  # fmt: skip
    table = build_adjustments(period.project, period, None).tables[0]
    assert table.rows == [("Interim", f"P2 {partner}", "Teachers", 4, 3, -1, "Two records were one person.")]


def test_evidence_says_what_it_proves_without_a_name_of_a_file_or_person(period):
    row = build_evidence(period.project, period, None).tables[0].rows[0]
    assert row[:5] == ("E001", "Signed list", "P1 · ES", "4 records: Invented workshop, 14 March 2018", "Sound")


def test_days_and_names_not_known_are_said_in_the_language_of_the_report_not_of_who_locked(period):
    organisation = period.project.partners.get(number=2).organisation
    organisation.name = organisation.short_name = ""
    organisation.save()
    figures = take_snapshot(period).figures
    assert figures["partners"][1]["name"] == ""
    with translation.override("es"):
        content = build_quotas(period.project, period, figures)
        assert content.tables[1].rows[1][0] == "P2 Nombre desconocido"
        assert content.figures[0].source.endswith(date_format(timezone.localdate(), "DATE_FORMAT"))
        proves = build_evidence(period.project, period, figures).tables[0].rows[0][3]
        assert proves.endswith("14 de marzo de 2018")
