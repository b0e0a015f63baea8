from __future__ import annotations

import factory

from core.models import Job


class JobFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Job

    kind = "tests.work"
    actor = factory.SubFactory("tests.factories.UserFactory")
