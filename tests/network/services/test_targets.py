from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from core.problems import ProblemsFound
from network.enums import Role
from network.models import Target
from network.services.targets import amend_target, target_table
from tests.factories import CategoryFactory, PartnerFactory, TargetFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def target():
    return TargetFactory(heads=30, valid_from=date(2017, 9, 1))


@pytest.fixture
def coordinator(target):
    return UserFactory(role=Role.COORDINATOR, project=target.partner.project)


def amended(target, by, **more):
    facts = {"heads": 45, "valid_from": date(2018, 7, 1), "reason": "A partner left.", **more}
    return amend_target(partner=target.partner, category=target.category, by=by, **facts)


def test_amended_target_holds_from_its_day_and_the_old_one_before(target, coordinator):
    amended(target, coordinator)
    totals = [
        target_table(target.partner.project, on=day)[1][0].total
        for day in (date(2017, 8, 31), date(2018, 6, 30), date(2018, 7, 1))
    ]
    assert totals == [0, 30, 45]


def test_amendment_keeps_its_paper_as_evidence(target, coordinator):
    paper = SimpleUploadedFile("amendment.pdf", b"%PDF-1.4 invented amendment")
    assert amended(target, coordinator, upload=paper).amendment.given_name == "amendment.pdf"


def test_target_is_never_written_over(target, coordinator):
    with pytest.raises(ProblemsFound) as found:
        amended(target, coordinator, valid_from=target.valid_from)
    assert ([problem.code for problem in found.value.problems], Target.objects.get().heads) == (["same_day"], 30)


def test_amendment_needs_a_reason_and_a_category_of_the_project(target, coordinator):
    with pytest.raises(ProblemsFound) as found:
        amend_target(
            partner=target.partner, category=CategoryFactory(), heads=1, valid_from=date(2018, 1, 1), reason=" ",
            by=coordinator,
        )  # fmt: skip
    assert [problem.code for problem in found.value.problems] == ["category_foreign", "reason_missing"]


def test_table_shows_the_difference_between_sum_and_stated_total(target):
    target.category.stated_total = 50
    target.category.save()
    PartnerFactory(project=target.partner.project)
    row = target_table(target.partner.project, on=date(2018, 1, 1))[1][0]
    assert (sorted(row.heads, key=str), row.total, row.difference) == ([30, None], 30, -20)
