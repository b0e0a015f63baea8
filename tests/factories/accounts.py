from __future__ import annotations

from datetime import date, timedelta

import factory
from allauth.account.models import EmailAddress

from accounts.models import User
from network.enums import Role


class UserFactory(factory.django.DjangoModelFactory):
    """UserFactory(role=Role.MANAGER, project=p, partner=q) also makes the membership. The password is "password"."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"user{n}@example.org")
    name = factory.Sequence(lambda n: f"Invented User {n}")

    @classmethod
    def _create(cls, model_class, *args, role=None, project=None, partner=None, **kwargs):
        user = model_class.objects.create_user(password="password", **kwargs)
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        if role:
            from tests.factories.network import MembershipFactory, PartnerFactory

            if partner is None and role in (Role.MANAGER, Role.CONTRIBUTOR):
                partner = PartnerFactory(project=project) if project else PartnerFactory()
            MembershipFactory(
                user=user,
                project=project or partner.project,
                partner=partner,
                role=role,
                ends_on=date.today() + timedelta(days=30) if role == Role.AUDITOR else None,
            )
        return user
