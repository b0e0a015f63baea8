from __future__ import annotations

import pytest
import time_machine

from core.problems import ProblemsFound
from dissemination.services.holding import hold_event
from dissemination.services.papers.coming_back import take_back
from network.demo.papers import signed_list
from network.enums import Role
from network.models import Participation
from tests.factories import CategoryFactory, UserFactory
from tests.factories.dissemination import AttendanceFactory, EventFactory, RegistrationFactory, SignatureSheetFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    with time_machine.travel("2030-03-14T18:00:00Z", tick=False):
        event = EventFactory()
        event.category = CategoryFactory(project=event.project)
        event.save()
        yield event


@pytest.fixture
def helper(event):
    return UserFactory(role=Role.MANAGER, partner=event.partner)


def standing(event):
    records = Participation.objects.filter(occasion=event.occasion).order_by("pk")
    return {
        str(record.person): (record.signed, [(proof.evidence.kind, proof.lines) for proof in record.proofs.all()])
        for record in records
    }


@pytest.mark.parametrize("held_first", [True, False])
def test_only_ticked_lines_become_attendance_and_proof(event, helper, held_first):
    signed, seen, absent = (RegistrationFactory(event=event, name=f"{name} Invented") for name in ("Ana", "Bea", "Cyr"))
    AttendanceFactory(registration=signed)
    AttendanceFactory(registration=seen)
    sheet = SignatureSheetFactory(event=event)
    if held_first:
        hold_event(event=event, by=helper)
    for _twice in range(2):
        event.refresh_from_db()
        sheet.refresh_from_db()
        take_back(sheet=sheet, upload=signed_list("a.pdf", ["Ana"]), signed=[signed.pk], by=helper)
    if not held_first:
        hold_event(event=event, by=helper)
    event.refresh_from_db()

    assert standing(event) == {"Ana Invented": (True, [("signed_list", "1")]), "Bea Invented": (None, [])}
    kinds = [(row.kind, row.outcome) for row in signed.attendances.order_by("pk")]
    assert kinds == [("scan", "counted"), ("signed", "repeated")]
    assert absent.attendances.count() == 0


def test_nothing_is_kept_where_no_line_is_ticked(event, helper):
    sheet = SignatureSheetFactory(event=event)
    with pytest.raises(ProblemsFound):
        take_back(sheet=sheet, upload=signed_list("a.pdf", ["x"]), signed=[], by=helper)
    assert not event.project.evidence.exists()
