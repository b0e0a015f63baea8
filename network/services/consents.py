"""What people agreed to: given, and taken back. Public pages ask for it each time they are drawn."""

from __future__ import annotations

from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, ProblemsFound, stop_on
from network.models import Consent, Person, Project
from network.rules.people import consent_problems


@transaction.atomic
def give_consent(
    *, person: Person, project: Project, purpose: str, given_on: date, how: str, text_version: str, by: User,
    by_guardian: bool = False,
) -> Consent:  # fmt: skip
    """Note a yes. One that is in force already for the purpose is closed by the newer one. Raises ProblemsFound."""
    today = timezone.localdate()
    stop_on(consent_problems(is_minor=person.is_minor, by_guardian=by_guardian, given_on=given_on, today=today))
    now = timezone.now()
    in_force = Consent.objects.filter(person=person, project=project, purpose=purpose, withdrawn_at__isnull=True)
    in_force.update(withdrawn_at=now)
    given_at = min(now, timezone.make_aware(datetime.combine(given_on, time(12))))
    consent = Consent.objects.create(
        person=person, project=project, purpose=purpose, given_at=given_at, how=how, text_version=text_version,
        by_guardian=by_guardian, recorded_by=by,
    )  # fmt: skip
    audit.record("network.consent.given", target=consent, by=by, person=person.pk, purpose=purpose)
    return consent


@transaction.atomic
def withdraw_consent(*, consent: Consent, by: User) -> None:
    """Take a yes back, from this moment on. Raises ProblemsFound when it was taken back before."""
    taken = Consent.objects.filter(pk=consent.pk, withdrawn_at__isnull=True).update(withdrawn_at=timezone.now())
    if not taken:
        raise ProblemsFound([Problem("withdrawn", _("This consent was withdrawn before."))])
    audit.record("network.consent.withdrawn", target=consent, by=by, person=consent.person_id, purpose=consent.purpose)
