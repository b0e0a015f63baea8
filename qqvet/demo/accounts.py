"""The accounts a visitor of the demo may try, one for each role of each project."""

from django.contrib.auth import get_user_model

from accounts.demo import DEMO_PASSWORD, DEMO_TOTP_SECRET
from network.models import Membership


def listing() -> str:
    rows = [*_staff(), *_members()]
    if not rows:
        return "There is no account yet. Type: .venv/bin/python manage.py createsuperuser"
    width = max(len(email) for email, _ in rows)
    lines = [f"  {email:<{width}}  {what}" for email, what in rows]
    sentences = [
        "Accounts to try:",
        *lines,
        f"Password of all of them: {DEMO_PASSWORD}",
        f"Where a second factor is asked for, its secret is {DEMO_TOTP_SECRET}",
    ]
    return "\n".join(sentences)


def _staff() -> list[tuple[str, str]]:
    staff = get_user_model().objects.filter(is_staff=True, is_active=True).order_by("pk")[:1]
    return [(user.email, "staff of the platform") for user in staff]


def _members() -> list[tuple[str, str]]:
    first: dict[tuple[int, str], tuple[str, str]] = {}
    for membership in Membership.objects.select_related("user", "project", "partner").order_by("project", "pk"):
        where = f" of {membership.partner}" if membership.partner else ""
        what = f"{membership.get_role_display()}{where}, {membership.project}"
        first.setdefault((membership.project_id, membership.role), (membership.user.email, what))
    return list(first.values())
