from __future__ import annotations

import pytest

from reports.models import ReportTemplate
from reports.services.beginning import begin_report
from reports.services.templates import put_standards_in_place
from tests.reports.scene import reported_project, take_snapshot


@pytest.fixture
def project():
    return reported_project()


@pytest.fixture
def period(project):
    return project.periods.get()


@pytest.fixture
def locked(period):
    take_snapshot(period)
    return period


@pytest.fixture
def template(db):
    put_standards_in_place()
    return ReportTemplate.objects.get(code="progress-report-ka2")


@pytest.fixture
def report(period, template):
    return begin_report(period=period, template=template, language="en", by=None)
