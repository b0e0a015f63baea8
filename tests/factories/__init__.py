from tests.factories.accounts import UserFactory
from tests.factories.jobs import JobFactory
from tests.factories.network import (
    CategoryFactory,
    EvidenceFactory,
    ExperienceFactory,
    MembershipFactory,
    OccasionFactory,
    OrganisationFactory,
    ParticipationFactory,
    PartnerFactory,
    PeriodFactory,
    PersonFactory,
    ProjectFactory,
    TargetFactory,
)

__all__ = [
    "CategoryFactory",
    "EvidenceFactory",
    "ExperienceFactory",
    "JobFactory",
    "MembershipFactory",
    "OccasionFactory",
    "OrganisationFactory",
    "ParticipationFactory",
    "PartnerFactory",
    "PeriodFactory",
    "PersonFactory",
    "ProjectFactory",
    "TargetFactory",
    "UserFactory",
]
