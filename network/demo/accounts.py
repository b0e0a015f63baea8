"""The demo accounts. The platform's staff has a second factor with a fixed secret, printed in the console."""

from __future__ import annotations

from datetime import timedelta

from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP
from django.utils import timezone

from accounts.demo import DEMO_PASSWORD, DEMO_TOTP_SECRET
from accounts.models import User
from network.enums import Role
from network.models import Membership, Project

ACCOUNTS = (
    ("coordinator@example.org", "Coral Coordinator", "en", Role.COORDINATOR, None),
    ("manager.ro@example.org", "Matei Manager", "en", Role.MANAGER, 2),
    ("contributor.es@example.org", "Carla Contributor", "es", Role.CONTRIBUTOR, 1),
    ("contributor.pt@example.org", "Célia Contributor", "en", Role.CONTRIBUTOR, 3),
    ("verifier@example.org", "Vera Verifier", "en", Role.VERIFIER, None),
    ("reader@example.org", "Remo Reader", "en", Role.READER, None),
    ("auditor@example.org", "Aude Auditor", "en", Role.AUDITOR, None),
)


def make_account(email: str, name: str, language: str = "en", *, staff: bool = False) -> User:
    user = User.objects.create_user(
        email, DEMO_PASSWORD, name=name, language=language, is_staff=staff, is_superuser=staff
    )
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return user


def make_accounts() -> None:
    """One account for each role in QQVET; the coordinator also coordinates doALLVET."""
    staff = make_account("staff@example.org", "Stella Staff", staff=True)
    TOTP.activate(staff, DEMO_TOTP_SECRET)
    project = Project.objects.get(code="qqvet")
    for email, name, language, role, number in ACCOUNTS:
        Membership.objects.create(
            user=make_account(email, name, language),
            project=project,
            partner=project.partners.get(number=number) if number else None,
            role=role,
            ends_on=timezone.localdate() + timedelta(days=365) if role == Role.AUDITOR else None,
        )
    coordinator = User.objects.get(email="coordinator@example.org")
    Membership.objects.create(user=coordinator, project=Project.objects.get(code="doallvet"), role=Role.COORDINATOR)
