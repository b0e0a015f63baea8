"""Noting talks with organisations and what comes next; rating how organisations stand to a project."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, stop_on
from network.models import Contact, Organisation, Partner, Project, StakeholderRating


@transaction.atomic
def note_contact(*, organisation: Organisation, partner: Partner, facts: Mapping[str, Any], by: User) -> Contact:
    """Write down a talk; a next step with a day becomes somebody's to-do. Raises ProblemsFound."""
    contact = Contact(project=partner.project, partner=partner, organisation=organisation, recorded_by=by, **facts)
    contact.owner = contact.owner or (by if contact.next_on else None)
    stop_on(contact_problems(contact))
    contact.save()
    audit.record("network.contact.noted", target=contact, by=by, way=str(contact.way))
    return contact


def contact_problems(contact: Contact) -> list[Problem]:
    found = []
    if contact.held_on > timezone.localdate():
        message = _("This day is still to come: write it down as the next step.")
        found.append(Problem("in_future", message, field="held_on"))
    if contact.next_on and not contact.next_step.strip():
        found.append(Problem("no_step", _("Say what is to be done."), field="next_step"))
    if contact.next_on and contact.next_on < contact.held_on:
        found.append(Problem("step_before", _("The next step comes after the talk."), field="next_on"))
    return found


@transaction.atomic
def finish_step(*, contact: Contact, by: User) -> bool:
    """The next step is done; False where it was before."""
    done = Contact.objects.waiting().filter(pk=contact.pk).update(done_at=timezone.now())
    if done:
        audit.record("network.contact.step_done", target=contact, by=by)
    return bool(done)


@transaction.atomic
def rate_stakeholder(
    *, organisation: Organisation, project: Project, importance: int, interest: int, by: User
) -> StakeholderRating:
    """The newest rating stands; the log keeps the one before. Raises ProblemsFound."""
    wrong = [name for name, value in (("importance", importance), ("interest", interest)) if not 1 <= value <= 5]
    stop_on(Problem("rating", _("Choose a figure from 1 to 5."), field=name) for name in wrong)
    known = StakeholderRating.objects.filter(project=project, organisation=organisation).first()
    before = [known.importance, known.interest] if known else None
    rating, _new = StakeholderRating.objects.update_or_create(
        project=project,
        organisation=organisation,
        defaults={"importance": importance, "interest": interest, "rated_by": by},
    )
    audit.record("network.stakeholder.rated", target=rating, by=by, before=before, after=[importance, interest])
    return rating
