from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone
from rest_framework.test import APIClient

from accounts.services.tokens import make_token
from core.enums import ApiScope
from network.enums import Role
from tests.factories import (
    CategoryFactory,
    EvidenceFactory,
    ExperienceFactory,
    OccasionFactory,
    ParticipationFactory,
    PartnerFactory,
    PeriodFactory,
    PersonFactory,
    ProjectFactory,
    TargetFactory,
    UserFactory,
    dissemination,
    plan,
)


class World:
    """A project with one of everything, and somebody of each role who asks."""

    def __init__(self):
        cache.clear()
        self.project = ProjectFactory()
        self.partner = PartnerFactory(project=self.project)
        self.category = CategoryFactory(project=self.project)
        self.occasion = OccasionFactory(project=self.project, partner=self.partner)
        self.evidence = EvidenceFactory(partner=self.partner)
        self.person = PersonFactory(partners=[self.partner])
        self.organisation = self.partner.organisation
        self.target = TargetFactory(partner=self.partner, category=self.category)
        self.period = PeriodFactory(project=self.project)
        self.experience = ExperienceFactory(partner=self.partner)
        self.record = ParticipationFactory(partner=self.partner, category=self.category, occasion=self.occasion)
        self.record.evidence.add(self.evidence)

    def spread(self):
        """A plan, an event and its guests on top, by the noun of their address."""
        activity = plan.PlannedActivityFactory(partner=self.partner)
        guest = dissemination.RegistrationFactory(event__partner=self.partner)
        return {
            "plan-objectives": activity.group.objective,
            "plan-target-groups": activity.group,
            "plan-channels": activity.channel,
            "planned-activities": activity,
            "planned-events": plan.PlannedEventFactory(partner=self.partner),
            "plan-versions": plan.PlanVersionFactory(project=self.project),
            "activities": plan.ActivityFactory(partner=self.partner, planned=activity),
            "events": guest.event,
            "registrations": guest,
            "certificates": dissemination.CertificateFactory(registration=guest),
            "attendances": dissemination.AttendanceFactory(registration=guest),
        }

    def client(self, role, *, partner=None, **options):
        user = UserFactory(role=role, project=self.project, partner=partner or self.partner, **options)
        client = APIClient()
        client.user = user
        _token, secret = make_token(user=user, name="test", scopes=ApiScope.values, days=1)
        client.credentials(HTTP_AUTHORIZATION=f"Bearer {secret}")
        return client


@pytest.fixture
def world(db):
    return World()


@pytest.fixture
def manager(world):
    return world.client(Role.MANAGER)


@pytest.fixture
def yesterday():
    return timezone.localdate() - timedelta(days=1)
