from __future__ import annotations

from contextlib import nullcontext
from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone

from core.models import AuditEntry, Mail
from core.problems import ProblemsFound
from network.enums import Role
from network.models import Invitation, Membership
from network.services.invitations import accept, hash_of, invite, revoke
from tests.factories import MembershipFactory, PartnerFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def partner():
    return PartnerFactory()


@pytest.fixture
def coordinator(partner):
    return UserFactory(role=Role.COORDINATOR, project=partner.project)


def token_in(mail):
    return mail.text.partition("/invitations/")[2].partition("/")[0]


def codes(found):
    return [problem.code for problem in found.value.problems]


def invited(partner, by, **facts):
    wanted = {"email": "new@example.org", "role": Role.CONTRIBUTOR, "partner": partner, **facts}
    return invite(project=partner.project, by=by, **wanted)


def test_invite_mails_a_link_of_the_settings_in_the_chosen_language(partner, coordinator, settings):
    settings.SITE_URL = "https://platform.example.org"
    invitation = invited(partner, coordinator, email="New@Example.org", language="es")
    mail = Mail.objects.get()
    assert mail.to == "new@example.org"
    assert "https://platform.example.org/es/invitations/" in mail.text
    assert hash_of(token_in(mail)) == invitation.token_hash
    assert token_in(mail) not in str(Invitation.objects.values().get())


def test_invite_and_accept_give_the_role_once_and_leave_audit_lines(partner, coordinator):
    invited(partner, coordinator)
    newcomer = UserFactory(email="new@example.org")
    token = token_in(Mail.objects.get())

    membership = accept(token=token, by=newcomer)
    with pytest.raises(ProblemsFound) as again:
        accept(token=token, by=newcomer)

    assert (membership.user, membership.partner, membership.role) == (newcomer, partner, Role.CONTRIBUTOR)
    assert codes(again) == ["not_open"]
    assert set(AuditEntry.objects.values_list("action", flat=True)) == {
        "network.invitation.sent",
        "network.invitation.accepted",
        "network.membership.granted",
    }


def test_accept_refuses_another_address_and_leaves_the_invitation_open(partner, coordinator):
    invitation = invited(partner, coordinator)
    with pytest.raises(ProblemsFound) as found:
        accept(token=token_in(Mail.objects.get()), by=UserFactory())
    assert codes(found) == ["other_address"]
    assert Invitation.objects.open(at=timezone.now()).contains(invitation)


def test_accept_refuses_an_address_that_is_not_verified(partner, coordinator):
    invited(partner, coordinator)
    newcomer = UserFactory(email="new@example.org")
    newcomer.emailaddress_set.update(verified=False)
    with pytest.raises(ProblemsFound):
        accept(token=token_in(Mail.objects.get()), by=newcomer)


def test_accept_refuses_what_is_too_old(partner, coordinator):
    invited(partner, coordinator)
    with time_machine.travel(timezone.now() + timedelta(days=14, seconds=1)), pytest.raises(ProblemsFound) as found:
        accept(token=token_in(Mail.objects.get()), by=UserFactory(email="new@example.org"))
    assert codes(found) == ["not_open"]


def test_accept_refuses_what_was_withdrawn(partner, coordinator):
    invitation = invited(partner, coordinator)
    assert [revoke(invitation=invitation, by=coordinator) for _twice in range(2)] == [True, False]
    with pytest.raises(ProblemsFound):
        accept(token=token_in(Mail.objects.get()), by=UserFactory(email="new@example.org"))
    assert not Membership.objects.filter(role=Role.CONTRIBUTOR).exists()


def test_invite_twice_sends_one_mail(partner, coordinator):
    invited(partner, coordinator)
    with pytest.raises(ProblemsFound) as found:
        invited(partner, coordinator)
    assert (codes(found), Mail.objects.count()) == (["open_already"], 1)


def test_invite_again_after_the_first_grew_too_old(partner, coordinator):
    invited(partner, coordinator)
    with time_machine.travel(timezone.now() + timedelta(days=15)):
        invited(partner, coordinator)
    assert Mail.objects.count() == 2


def test_invite_names_everything_that_is_wrong_at_once(coordinator, partner):
    with pytest.raises(ProblemsFound) as found:
        invite(
            project=partner.project, email="a@example.org", role=Role.AUDITOR, partner=PartnerFactory(), by=coordinator
        )
    assert codes(found) == ["partner_foreign", "end_missing"]


@pytest.mark.parametrize(
    ("role", "at_own", "allowed"),
    [
        (Role.CONTRIBUTOR, True, True),
        (Role.MANAGER, True, True),
        (Role.VERIFIER, True, True),
        (Role.READER, True, True),
        (Role.COORDINATOR, True, False),
        (Role.AUDITOR, True, False),
        (Role.CONTRIBUTOR, False, False),
        (Role.READER, None, False),
    ],
)
def test_manager_invites_only_to_the_own_partner_and_its_roles(partner, role, at_own, allowed):
    manager = UserFactory(role=Role.MANAGER, partner=partner)
    chosen = {True: partner, False: PartnerFactory(project=partner.project), None: None}[at_own]
    ends_on = date.today() if role == Role.AUDITOR else None
    wanted = Invitation(project=partner.project, role=role, partner=chosen)
    assert manager.has_perm("network.send_invitation", wanted) == allowed

    with nullcontext() if allowed else pytest.raises(ProblemsFound, match="You may not invite"):
        invite(project=partner.project, email="a@example.org", role=role, partner=chosen, ends_on=ends_on, by=manager)


def test_accept_gives_back_a_role_that_had_ended(partner, coordinator):
    newcomer = UserFactory(email="new@example.org")
    ended = MembershipFactory(
        user=newcomer, project=partner.project, partner=partner, role=Role.CONTRIBUTOR, ends_on=date(2019, 1, 1)
    )
    invited(partner, coordinator)
    assert (accept(token=token_in(Mail.objects.get()), by=newcomer), Membership.objects.get(pk=ended.pk).ends_on) == (
        ended,
        None,
    )
