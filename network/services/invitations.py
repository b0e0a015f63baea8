"""Inviting people: one mail, one use, one address; a role in a project waits behind the link."""

from __future__ import annotations

import secrets
from datetime import date, timedelta
from hashlib import sha256

from allauth.account.models import EmailAddress
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit, mail
from core.problems import Problem, ProblemsFound, stop_on
from network.models import Invitation, Membership, Partner, Project
from network.rules.memberships import membership_problems
from network.services.memberships import grant_membership

LIFETIME = timedelta(days=14)


@transaction.atomic
def invite(
    *, project: Project, email: str, role: str, by: User | None, partner: Partner | None = None,
    ends_on: date | None = None, language: str = "en",
) -> Invitation:  # fmt: skip
    """Invite an address to a role and queue the mail with the link, of which only a hash is kept.

    Raises ProblemsFound: a role that `by` may not give, an address that has the role or an open invitation to it.
    """
    now, token = timezone.now(), secrets.token_urlsafe(32)
    invitation = Invitation(
        project=project, email=email.strip().lower(), role=role, partner=partner, membership_ends_on=ends_on,
        language=language, token_hash=hash_of(token), invited_by=by, expires_at=now + LIFETIME,
    )  # fmt: skip
    stop_on(_invitation_problems(invitation, by))
    _same(invitation).filter(accepted_at=None, revoked_at=None, expires_at__lte=now).update(revoked_at=now)
    if _same(invitation).open(at=now).exists():
        raise ProblemsFound([_open_already()])
    invitation.save()
    audit.record("network.invitation.sent", target=invitation, by=by, role=role, partner=invitation.partner_id)
    mail.post(
        "network/mail/invitation",
        to=invitation.email,
        language=language,
        context={"invitation": invitation, "link": _link(token, language)},
        key=f"invitation-{invitation.pk}",
    )
    return invitation


@transaction.atomic
def accept(*, token: str, by: User) -> Membership:
    """Use an invitation once: of two requests at the same time one gets the membership, the other a Problem."""
    now = timezone.now()
    invitation = Invitation.objects.select_related("project", "partner").get(token_hash=hash_of(token))
    if not owns_address(by, invitation.email):
        raise ProblemsFound([Problem("other_address", _("This invitation was sent to another address."))])
    taken = Invitation.objects.open(at=now).filter(pk=invitation.pk).update(accepted_at=now, accepted_by=by)
    if not taken:
        raise ProblemsFound([Problem("not_open", _("This invitation was used, withdrawn, or is too old."))])
    audit.record("network.invitation.accepted", target=invitation, by=by)
    return grant_membership(
        user=by, project=invitation.project, partner=invitation.partner, role=invitation.role,
        ends_on=invitation.membership_ends_on, by=by,
    )  # fmt: skip


@transaction.atomic
def revoke(*, invitation: Invitation, by: User) -> bool:
    """Withdraw an open invitation; False when there was nothing left to withdraw."""
    now = timezone.now()
    done = bool(Invitation.objects.open(at=now).filter(pk=invitation.pk).update(revoked_at=now))
    if done:
        audit.record("network.invitation.revoked", target=invitation, by=by)
    return done


def hash_of(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def owns_address(user: User, email: str) -> bool:
    """Whether the account has shown that the address is its own."""
    return EmailAddress.objects.filter(user=user, email__iexact=email, verified=True).exists()


def _link(token: str, language: str) -> str:
    with translation.override(language):
        return mail.site_url(reverse("network:invitation_accept", args=[token]))


def _same(invitation: Invitation):  # type: ignore[no-untyped-def]  # the queryset's own type
    return Invitation.objects.filter(
        project=invitation.project, email=invitation.email, role=invitation.role, partner=invitation.partner
    )


def _invitation_problems(invitation: Invitation, by: User | None) -> list[Problem]:
    partner = invitation.partner
    found = membership_problems(
        role=invitation.role,
        project=invitation.project_id,
        partner_project=partner.project_id if partner else None,
        ends_on=invitation.membership_ends_on,
        today=timezone.localdate(),
    )
    if by is not None and not by.has_perm("network.send_invitation", invitation):
        found.append(Problem("role_not_yours", _("You may not invite to this role and partner."), field="role"))
    members = Membership.objects.filter(
        project=invitation.project, partner=partner, role=invitation.role, user__email__iexact=invitation.email
    )
    if members.in_force(on=timezone.localdate()).exists():
        found.append(Problem("has_role", _("This person has the role already."), field="email"))
    return found


def _open_already() -> Problem:
    return Problem(
        "open_already",
        _("An invitation to this address and role is still open."),
        field="email",
        remedy=_("Withdraw it to send a new one."),
    )
