"""Records from list to locked period, on the command line."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from network.enums import Role
from network.models import Participation
from tests.factories import OccasionFactory, ParticipationFactory, PartnerFactory, PeriodFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def partner():
    return PartnerFactory(number=1)


def say(*args, **kwargs):
    out = StringIO()
    call_command(*args, stdout=out, **kwargs)
    return out.getvalue()


def test_evidence_verification_and_lock_in_order(partner, tmp_path):
    project = partner.project
    occasion = OccasionFactory(project=project, title="Invented workshop")
    ParticipationFactory(partner=partner, project=project, occasion=occasion)
    writer = UserFactory(role=Role.CONTRIBUTOR, partner=partner)
    chief = UserFactory(role=Role.COORDINATOR, project=project)
    PeriodFactory(project=project, name="Interim")
    paper = tmp_path / "signed.pdf"
    paper.write_bytes(b"%PDF-1.4 signed")

    bare = say("verify_records", project.code, by=chief.email)
    say("add_evidence", str(paper), project=project.code, occasion="Invented workshop", by=writer.email)
    proved = say("verify_records", project.code, by=chief.email)
    locked = say("lock_period", project.code, "Interim", by=chief.email)

    assert bare.startswith("0 verified, 1 skipped.")
    assert (proved, locked.startswith("Interim is locked. Snapshot 1")) == ("1 verified, 0 skipped.\n", True)
    assert say("quota_board", project.code).splitlines()[1].split()[-2:] == ["1/0", "1/0"]


def test_commands_ask_the_permissions_of_pages(partner, tmp_path):
    reader = UserFactory(role=Role.READER, project=partner.project)
    with pytest.raises(CommandError, match="may not do this"):
        call_command("verify_records", partner.project.code, by=reader.email)
    with pytest.raises(CommandError, match="no active account"):
        call_command("lock_period", partner.project.code, "Interim", by="nobody@example.org")
    assert Participation.objects.count() == 0
