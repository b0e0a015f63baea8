from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from core import audit, audit_chain
from core.models import AuditEntry
from core.tasks import seal_audit
from tests.factories import ProjectFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def lines(monkeypatch):
    monkeypatch.setattr(audit_chain, "BATCH", 2)
    user, project = UserFactory(), ProjectFactory()
    for number in range(5):
        audit.record("tests.done", target=project, by=user, name=["Before", f"Invented {number}"])
    seal_audit()
    return list(AuditEntry.objects.sealed())


def test_chain_of_untouched_lines_is_whole(lines):
    found = audit_chain.check()
    assert (found.sealed, found.waiting, found.head, found.faults) == (5, 0, lines[-1].sealed_hash, [])


def test_sealing_goes_on_where_it_stopped(lines):
    audit.record("tests.later", target=None, by=None)
    assert audit_chain.check().waiting == 1
    seal_audit()
    assert (audit_chain.check().sealed, audit_chain.check().faults) == (6, [])


def test_changed_line_is_found(lines):
    AuditEntry.objects.filter(pk=lines[2].pk).update(action="tests.other")
    assert audit_chain.check().faults == [f"Line 3 (entry {lines[2].pk}) was changed, or the one before it."]


def test_changed_detail_is_found(lines):
    AuditEntry.objects.filter(pk=lines[2].pk).update(detail={"name": ["Before", "Other"]})
    assert audit_chain.check().faults == [f"The detail of line 3 (entry {lines[2].pk}) was changed."]


def test_line_taken_out_is_found(lines):
    lines[2].delete()
    assert audit_chain.check().faults[0] == "A line is missing before number 4."


def test_cut_off_end_is_found_by_the_noted_head(lines):
    head = lines[-1].sealed_hash
    lines[-1].delete()
    assert audit_chain.check().faults == []
    assert len(audit_chain.check(known_head=head).faults) == 1


def test_erased_detail_and_gone_account_leave_the_chain_whole(lines):
    assert audit.forget_detail(AuditEntry.objects.filter(pk__gte=lines[1].pk)) == 4
    lines[0].actor.delete()

    assert audit_chain.check().faults == []
    assert [line.detail for line in AuditEntry.objects.sealed()][1:] == [{}] * 4


def test_check_audit_says_what_is_wrong(lines):
    out = StringIO()
    call_command("check_audit", stdout=out, head=lines[1].sealed_hash)
    assert out.getvalue() == f"5 lines sealed, 0 waiting. Head: {lines[-1].sealed_hash}\n"

    AuditEntry.objects.filter(pk=lines[4].pk).update(target_id="another")
    with pytest.raises(CommandError, match="Line 5"):
        call_command("check_audit", stdout=out)
