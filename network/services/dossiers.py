"""All that is kept about one person, put together for the page that shows it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from network.models import (
    Affiliation,
    Consent,
    Experience,
    Merge,
    Participation,
    Partner,
    Person,
    PersonEmail,
    PossibleDuplicate,
    Project,
    Tag,
)
from network.scope import Asker


@dataclass(frozen=True)
class Dossier:
    """What the reader may see of a person in a project, and what else is kept."""

    emails: list[PersonEmail]
    affiliations: list[Affiliation]
    consents: list[Consent]
    participations: list[Participation]
    experiences: list[Experience]
    partners: list[Partner]
    tags: list[Tag]
    merges: list[Merge]
    duplicates: list[PossibleDuplicate]

    @property
    def files(self) -> int:
        return len({proof.evidence_id for record in self.participations for proof in record.proofs.all()})


def dossier_of(person: Person, *, project: Project, user: Asker) -> Dossier:
    experiences = Experience.objects.visible_to(user).in_project(project)
    roles = Q(learner=person) | Q(provider_tutor=person) | Q(host_tutor=person)
    duplicates = PossibleDuplicate.objects.visible_to(user).in_project(project).open()
    return Dossier(
        emails=list(person.emails.all()),
        affiliations=list(person.affiliations.select_related("organisation")),
        consents=list(person.consents.filter(project=project).select_related("recorded_by")),
        participations=list(
            Participation.objects.visible_to(user)
            .in_project(project)
            .filter(person=person)
            .select_related("occasion", "category", "partner__organisation", "project")
            .prefetch_related("proofs")
        ),
        experiences=list(experiences.filter(roles).select_related("host", "project")),
        partners=list(person.partners.filter(project=project).select_related("organisation")),
        tags=list(person.tags.filter(project=project)),
        merges=list(Merge.objects.filter(unit="person", survivor_id=person.pk, undone_at__isnull=True)),
        duplicates=list(duplicates.filter(Q(first=person) | Q(second=person)).select_related("first", "second")),
    )
