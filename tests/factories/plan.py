from __future__ import annotations

from datetime import date
from uuid import uuid4

import factory
from django.core.files.base import ContentFile

from dissemination import models
from dissemination.enums import ChannelKind, DocumentKind, EventKind
from tests.factories.network import Factory, PartnerFactory, ProjectFactory


class ObjectiveFactory(Factory):
    class Meta:
        model = models.Objective

    project = factory.SubFactory(ProjectFactory)
    title = {"en": "Invented objective"}


class TargetGroupFactory(Factory):
    class Meta:
        model = models.TargetGroup

    project = factory.SubFactory(ProjectFactory)
    objective = factory.SubFactory(ObjectiveFactory, project=factory.SelfAttribute("..project"))
    title = {"en": "Invented enterprises"}


class ChannelFactory(Factory):
    class Meta:
        model = models.Channel

    project = factory.SubFactory(ProjectFactory)
    kind = ChannelKind.PRESS
    name = factory.Sequence(lambda n: f"Invented Gazette {n}")


class PlannedActivityFactory(Factory):
    class Meta:
        model = models.PlannedActivity

    partner = factory.SubFactory(PartnerFactory)
    project = factory.SelfAttribute("partner.project")
    group = factory.SubFactory(TargetGroupFactory, project=factory.SelfAttribute("..project"))
    channel = factory.SubFactory(ChannelFactory, project=factory.SelfAttribute("..project"))
    title = {"en": "Invented article"}
    starts_on = date(2018, 1, 1)
    ends_on = date(2018, 3, 31)


class PlannedEventFactory(Factory):
    class Meta:
        model = models.PlannedEvent

    partner = factory.SubFactory(PartnerFactory)
    project = factory.SelfAttribute("partner.project")
    kind = EventKind.MULTIPLIER_EVENT
    title = {"en": "Invented multiplier event"}


class ActivityFactory(Factory):
    class Meta:
        model = models.Activity

    partner = factory.SubFactory(PartnerFactory)
    project = factory.SelfAttribute("partner.project")
    title = factory.Sequence(lambda n: f"Invented article {n}")
    done_on = date(2018, 2, 1)


class PlanVersionFactory(Factory):
    class Meta:
        model = models.PlanVersion

    project = factory.SubFactory(ProjectFactory)
    number = factory.Sequence(lambda n: n % 30_000 + 1)
    adopted_on = date(2018, 1, 12)
    content = factory.LazyFunction(dict)
    sha256 = "0" * 64


class EventDocumentFactory(Factory):
    class Meta:
        model = models.EventDocument

    partner = factory.SubFactory(PartnerFactory)
    project = factory.SelfAttribute("partner.project")
    kind = DocumentKind.CLAIM_PDF
    language = "en"
    name = "claim.pdf"
    file = factory.LazyFunction(lambda: ContentFile(b"%PDF-1.7 invented", name="claim.pdf"))
    content_hash = factory.LazyFunction(lambda: uuid4().hex)
    sha256 = "0" * 64
