"""The explicit step from a placement to the quota board: learner, tutors and enterprise become participations, once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, ProblemsFound
from network.enums import OccasionKind, RespondentGroup, Unit
from network.models import Category, Evidence, Experience, Occasion, Organisation, Participation, Person
from network.services.participation import Attendee, note_participations


@dataclass(frozen=True)
class Part:
    """Somebody's part in a placement, and the groups whose category usually counts it."""

    key: str
    subject: Person | Organisation
    sender: Organisation
    groups: tuple[RespondentGroup, ...]

    @property
    def unit(self) -> Unit:
        return Unit.PERSON if isinstance(self.subject, Person) else Unit.ORGANISATION


def parts_of(experience: Experience) -> list[Part]:
    """Who took part: the learner, the tutors and the enterprise, as far as they are written down."""
    provider, host = experience.provider, experience.host
    found = [
        ("learner", experience.learner, provider, (RespondentGroup.STUDENT,)),
        ("provider_tutor", experience.provider_tutor, provider, (RespondentGroup.TEACHER, RespondentGroup.TRAINER)),
        ("host_tutor", experience.host_tutor, host, (RespondentGroup.TRAINER, RespondentGroup.TEACHER)),
        ("host", host, host, (RespondentGroup.ENTERPRISE,)),
    ]
    return [Part(key, subject, sender, groups) for key, subject, sender, groups in found if subject]


def not_counted_yet(experience: Experience) -> list[Part]:
    """Parts that have no record yet. One record of a subject is enough: a placement is never counted twice."""
    if experience.occasion is None:
        return parts_of(experience)
    records = Participation.objects.filter(occasion=experience.occasion)
    people, organisations = (
        set(records.values_list("person", flat=True)),
        set(records.values_list("organisation", flat=True)),
    )
    return [
        part
        for part in parts_of(experience)
        if part.subject.pk not in (people if part.unit == Unit.PERSON else organisations)
    ]


def usual_category(part: Part, categories: Collection[Category]) -> Category | None:
    """The project's category for a part, by the groups it names."""
    fitting = [category for category in categories if category.unit == part.unit]
    for group in part.groups:
        for category in fitting:
            if group in category.respondent_groups:
                return category
    return None


@transaction.atomic
def count_experience(
    *, experience: Experience, categories: Mapping[str, Category], evidence: Collection[Evidence] = (), by: User
) -> list[Participation]:
    """Note the chosen parts as participations, to be verified like any other. Raises ProblemsFound.

    `categories` says for each part ("learner", "host", …) where it counts; parts left out, or counted before, are not
    noted.
    """
    stored = Experience.objects.select_for_update(of=("self",), no_key=True).get(pk=experience.pk)
    parts = [part for part in not_counted_yet(stored) if part.key in categories]
    if not parts:
        raise ProblemsFound([Problem("nothing", _("Nothing is left to count. Choose a category for somebody."))])
    occasion = stored.occasion or _card(stored)
    attendees = [
        Attendee(part.subject, categories[part.key], held_on=occasion.held_on, organisation=part.sender,
                 hours=None if part.unit == Unit.ORGANISATION else stored.hours)
        for part in parts
    ]  # fmt: skip
    records = note_participations(
        occasion=occasion, attendees=attendees, partner=stored.partner, by=by, evidence=evidence
    )
    audit.record("network.experience.counted", target=stored, by=by, records=[record.pk for record in records])
    return records


def _card(experience: Experience) -> Occasion:
    """The card of the placement. Its day stays, whatever is corrected later, so that records stay the same."""
    card = Occasion.objects.create(
        project=experience.project, partner=experience.partner, kind=OccasionKind.EXPERIENCE, title=experience.title,
        held_on=experience.starts_on, ends_on=experience.ends_on, country=experience.host.country,
        place=experience.host.city,
    )  # fmt: skip
    Experience.objects.filter(pk=experience.pk).update(occasion=card)
    return card
