from __future__ import annotations

from datetime import date
from hashlib import sha256

import factory
from django.core.files.base import ContentFile
from django.utils import timezone

from network import models
from network.enums import (
    EvidenceKind,
    ExperienceKind,
    ExperienceLevel,
    OccasionKind,
    OrganisationKind,
    ParticipationState,
    Role,
    Unit,
)
from network.services.states import States, states_of, tally_states


class Factory(factory.django.DjangoModelFactory):
    class Meta:
        abstract = True
        skip_postgeneration_save = True


class ProjectFactory(Factory):
    class Meta:
        model = models.Project

    code = factory.Sequence(lambda n: f"project-{n}")
    title = factory.Sequence(lambda n: {"en": f"Invented project {n}", "es": f"Proyecto inventado {n}"})
    starts_on = date(2017, 9, 1)
    ends_on = date(2019, 8, 31)
    languages = ["en", "es"]
    is_public = True


class OrganisationFactory(Factory):
    class Meta:
        model = models.Organisation

    name = factory.Sequence(lambda n: f"Invented Organisation {n}")
    kind = OrganisationKind.VET_PROVIDER
    country = "ES"

    @factory.post_generation
    def projects(self, create, extracted, **kwargs):
        if extracted:
            self.projects.set(extracted)


class PartnerFactory(Factory):
    class Meta:
        model = models.Partner

    project = factory.SubFactory(ProjectFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    number = factory.Sequence(lambda n: n % 30_000 + 1)

    @factory.post_generation
    def known(self, create, extracted, **kwargs):
        self.organisation.projects.add(self.project)


class MembershipFactory(Factory):
    class Meta:
        model = models.Membership

    user = factory.SubFactory("tests.factories.UserFactory")
    project = factory.SubFactory(ProjectFactory)
    role = Role.COORDINATOR


class PersonFactory(Factory):
    """PersonFactory(partners=[partner])."""

    class Meta:
        model = models.Person

    given_name = factory.Sequence(lambda n: f"Given{n}")
    family_name = factory.Sequence(lambda n: f"Invented{n}")
    country = "ES"

    @factory.post_generation
    def partners(self, create, extracted, **kwargs):
        if extracted:
            self.partners.set(extracted)


class CategoryFactory(Factory):
    class Meta:
        model = models.Category

    project = factory.SubFactory(ProjectFactory)
    code = factory.Sequence(lambda n: f"category-{n}")
    name = factory.Sequence(lambda n: {"en": f"Category {n}", "es": f"Categoría {n}"})
    unit = Unit.PERSON
    evidence_on_site = [EvidenceKind.SIGNED_LIST, EvidenceKind.CERTIFICATE]
    evidence_virtual = [EvidenceKind.DECLARATION, EvidenceKind.CHECK_IN_LOG]


class TargetFactory(Factory):
    class Meta:
        model = models.Target

    partner = factory.SubFactory(PartnerFactory)
    category = factory.SubFactory(CategoryFactory, project=factory.SelfAttribute("..partner.project"))
    heads = 30
    valid_from = date(2017, 9, 1)


class OccasionFactory(Factory):
    class Meta:
        model = models.Occasion

    project = factory.SubFactory(ProjectFactory)
    kind = OccasionKind.TRAINING
    title = factory.Sequence(lambda n: f"Invented workshop {n}")
    held_on = date(2018, 3, 14)
    country = "ES"


class EvidenceFactory(Factory):
    class Meta:
        model = models.Evidence

    partner = factory.SubFactory(PartnerFactory)
    project = factory.SelfAttribute("partner.project")
    kind = EvidenceKind.SIGNED_LIST
    given_name = factory.Sequence(lambda n: f"signed-{n}.pdf")
    sha256 = factory.Sequence(lambda n: sha256(str(n).encode()).hexdigest())
    file = factory.LazyAttribute(lambda evidence: ContentFile(b"%PDF-1.4 invented", name=evidence.given_name))


class PeriodFactory(Factory):
    class Meta:
        model = models.Period

    project = factory.SubFactory(ProjectFactory)
    name = "Interim"
    starts_on = date(2017, 9, 1)
    ends_on = date(2018, 8, 31)


class ParticipationFactory(Factory):
    """The bare row, as a recorder typed it, tallied as waiting. Heads are kept by services alone."""

    class Meta:
        model = models.Participation

    partner = factory.SubFactory(PartnerFactory)
    project = factory.SelfAttribute("partner.project")
    category = factory.SubFactory(CategoryFactory, project=factory.SelfAttribute("..project"))
    person = factory.SubFactory(PersonFactory)
    occasion = factory.SubFactory(OccasionFactory, project=factory.SelfAttribute("..project"))
    held_on = factory.SelfAttribute("occasion.held_on")
    state = ParticipationState.SUBMITTED
    decided_at = factory.LazyAttribute(lambda row: timezone.now() if row.state == ParticipationState.VERIFIED else None)

    @factory.post_generation
    def known(self, create, extracted, **kwargs):
        if self.person:
            self.person.partners.add(self.partner)

    @factory.post_generation
    def tallied(self, create, extracted, **kwargs):
        if create:
            tally_states(States(), states_of([self]))


class ExperienceFactory(Factory):
    class Meta:
        model = models.Experience

    partner = factory.SubFactory(PartnerFactory)
    project = factory.SelfAttribute("partner.project")
    title = factory.Sequence(lambda n: f"Invented placement {n}")
    kind = ExperienceKind.APPRENTICESHIP
    level = ExperienceLevel.LOCAL
    provider = factory.SubFactory(OrganisationFactory)
    host = factory.SubFactory(OrganisationFactory, kind=OrganisationKind.ENTERPRISE)
    starts_on = date(2018, 2, 1)
    ends_on = date(2018, 4, 30)
