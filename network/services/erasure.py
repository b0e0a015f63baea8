"""Erasing a person: the name goes, an anonymous subject stays, so that every total holds."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.models import AuditEntry
from core.problems import Problem, ProblemsFound
from network.enums import ExperienceState, Unit, Voice
from network.models import (
    Affiliation,
    Consent,
    Contact,
    Experience,
    ImportRow,
    Merge,
    Opinion,
    Participation,
    Person,
    PersonEmail,
    PossibleDuplicate,
    Project,
)

EMPTY = {
    "given_name": "", "family_name": "", "name_key": "", "roster_key": "", "phone": "", "language": "",
    "birth_year": None, "gender": "", "fewer_opportunities": None, "guardian_contact": "", "do_not_contact": True,
}  # fmt: skip


type Forget = Callable[[list[int]], None]
_others: list[Forget] = []


def also_forget(forget: Forget) -> Forget:
    """Let an app above forget what it keeps of people, in the same transaction; from its `registrations.py`."""
    _others.append(forget)
    return forget


@transaction.atomic
def erase_person(*, person: Person, reason: str, project: Project, by: User) -> None:
    """Forget who somebody was, the records merged into this one too.

    Participations stay with the anonymous subject: heads, locked figures and totals do not move. Evidence files
    that an audit needs stay until their time is over. Raises ProblemsFound.
    """
    if person.merged_into_id:
        raise ProblemsFound([Problem("merged", _("This record was merged into another one. Erase that one."))])
    if not Person.objects.filter(pk=person.pk, erased_at__isnull=True).update(erased_at=timezone.now(), **EMPTY):
        raise ProblemsFound([Problem("erased", _("This person was erased before."))])
    everyone = Person.objects.filter(Q(pk=person.pk) | Q(merged_into=person))
    ids = list(everyone.values_list("pk", flat=True))
    everyone.update(erased_at=timezone.now(), **EMPTY)
    for forget in _others:
        forget(ids)
    _forget_rows(ids)
    _forget_stories(ids)
    _forget_traces(ids)
    audit.record("network.person.erased", target=person, by=by, project=project.pk, reason=reason)


def _forget_rows(ids: list[int]) -> None:
    for model in (PersonEmail, Affiliation, Consent):
        model.objects.filter(person__in=ids).delete()  # type: ignore[attr-defined]
    Person.tags.through.objects.filter(person__in=ids).delete()
    PossibleDuplicate.objects.filter(Q(first__in=ids) | Q(second__in=ids)).delete()
    Participation.objects.filter(person__in=ids).update(function_then="", note="")
    Contact.objects.filter(person__in=ids).update(person=None, note="")


def _forget_stories(ids: list[int]) -> None:
    """The story leaves the public page at once; free text about the learner goes with it."""
    experiences = Experience.objects.filter(learner__in=ids)
    Opinion.objects.filter(experience__in=experiences, voice=Voice.LEARNER).delete()
    experiences.filter(state=ExperienceState.PUBLISHED).update(state=ExperienceState.REVIEWED, published_at=None)
    experiences.update(story={}, story_name="", assessment="", tasks="")


def _forget_traces(ids: list[int]) -> None:
    """What the log, imported rows and merges remember of the values; their lines stay."""
    keys = [str(pk) for pk in ids]
    audit.forget_detail(AuditEntry.objects.filter(target_type=Person._meta.label_lower, target_id__in=keys))
    Merge.objects.filter(unit=Unit.PERSON).filter(Q(survivor_id__in=ids) | Q(merged_id__in=ids)).update(moved={})
    ImportRow.objects.filter(outcome__person__in=ids).update(typed=[], read={})
