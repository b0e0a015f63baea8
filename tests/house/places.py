"""Three places with one example of everything: the own partner, another partner beside it, another project."""

from functools import partial

from django.core.files.base import ContentFile

from core.models import Job
from network import models
from network.enums import ConsentPurpose, ImportKind, RelationshipKind, Role, Unit
from network.services.importing.opening import open_import
from network.services.merging import merge_people
from reports.models import Comment, Contribution, Report, ReportFile, Section
from tests import factories
from tests.factories import reports as report_factories

ROLES = (Role.READER, Role.CONTRIBUTOR, Role.MANAGER, Role.VERIFIER, Role.AUDITOR, Role.COORDINATOR)
ACTORS = ("public", "outsider", *(role.value for role in ROLES), "staff")
WHOLE_PROJECT = (Role.AUDITOR, Role.COORDINATOR)

# How to make an example of a thing at a partner. A new noun adds its line here.
EXAMPLES = {
    models.Project: lambda partner: partner.project,
    models.Partner: lambda partner: partner,
    models.Category: lambda partner: factories.CategoryFactory(project=partner.project),
    models.Organisation: lambda partner: partner.organisation,
    models.Person: lambda partner: factories.PersonFactory(partners=[partner]),
    models.Participation: lambda partner: factories.ParticipationFactory(partner=partner),
    models.Evidence: lambda partner: factories.EvidenceFactory(partner=partner),
    models.Experience: lambda partner: factories.ExperienceFactory(partner=partner),
    models.Occasion: lambda partner: factories.OccasionFactory(project=partner.project),
    models.Period: lambda partner: factories.PeriodFactory(project=partner.project),
    models.Target: lambda partner: factories.TargetFactory(partner=partner),
    models.Membership: lambda partner: factories.MembershipFactory(
        project=partner.project, partner=partner, role=Role.READER
    ),
    models.Invitation: lambda partner: models.Invitation.objects.create(
        project=partner.project, partner=partner, role=Role.READER, email="invited@example.org",
        token_hash=f"{partner.pk:064d}", expires_at="2999-01-01T00:00Z",
    ),
    Report: lambda partner: report_factories.ReportFactory(period__project=partner.project),
    Section: lambda partner: report_factories.SectionFactory(report__period__project=partner.project),
    Contribution: lambda partner: report_factories.ContributionFactory(
        partner=partner, section__report__period__project=partner.project
    ),
    Comment: lambda partner: report_factories.CommentFactory(section__report__period__project=partner.project),
    ReportFile: lambda partner: report_factories.ReportFileFactory(report__period__project=partner.project),
    models.Adjustment: lambda partner: models.Adjustment.objects.create(
        project=partner.project, partner=partner, corrects=factories.PeriodFactory(project=partner.project),
        category=factories.CategoryFactory(project=partner.project), before=3, after=2, reason="Merged",
    ),
    models.ImportBatch: lambda partner: open_import(
        partner=partner, kind=ImportKind.PEOPLE, upload=ContentFile(b"Name;Town\nAna;Lugo\n", name="people.csv"),
        by=factories.UserFactory(is_staff=True),
    ),
    models.PossibleDuplicate: lambda partner: models.PossibleDuplicate.objects.create(
        project=partner.project, unit=Unit.PERSON, first=factories.PersonFactory(partners=[partner]),
        second=factories.PersonFactory(partners=[partner]), why="Same name",
    ),
    models.Segment: lambda partner: models.Segment.objects.create(
        project=partner.project, owner=factories.UserFactory(), name="Own", listing="people"
    ),
    Job: lambda partner: factories.JobFactory(project_id=partner.project_id),
}  # fmt: skip


def merged_people(partner):
    """The trace of a merge that could be undone."""
    survivor, other = (factories.PersonFactory(partners=[partner]) for _twice in range(2))
    merge_people(survivor=survivor, other=other, project=partner.project, by=factories.UserFactory(is_staff=True))
    return models.Merge.objects.get(survivor_id=survivor.pk)


# Things inside a thing: found by the parameter that names them.
WITHIN = {
    "affiliation": lambda place: models.Affiliation.objects.create(
        person=place.example(models.Person), organisation=place.partner.organisation
    ),
    "consent": lambda place: models.Consent.objects.create(
        person=place.example(models.Person), project=place.partner.project, purpose=ConsentPurpose.PHOTO,
        given_at="2018-01-01T00:00Z",
    ),
    "relationship": lambda place: models.Relationship.objects.create(
        project=place.partner.project, source=place.partner.organisation, kind=RelationshipKind.ADVISES,
        target=factories.OrganisationFactory(projects=[place.partner.project]),
    ),
    "merge": lambda place: merged_people(place.partner),
    "tag": lambda place: models.Tag.objects.create(project=place.partner.project, name=f"Invented {place.partner.pk}"),
}  # fmt: skip


class NoExampleError(LookupError):
    pass


class Place:
    """A partner and, made when first asked for, one example of each noun there."""

    def __init__(self, partner):
        self.partner = partner
        self.known = {}

    def example(self, model):
        if model not in EXAMPLES:
            raise NoExampleError(model.__name__)
        if model not in self.known:
            self.known[model] = EXAMPLES[model](self.partner)
        return self.known[model]

    def within(self, name):
        if name not in self.known:
            self.known[name] = WITHIN[name](self)
        return self.known[name].pk

    def values(self, params, about):
        """A value for each parameter of an address."""
        model, by = about
        common = {"code": lambda: self.partner.project.code, "partner": lambda: self.partner.pk,
                  "category": lambda: self.example(models.Category).code}  # fmt: skip
        if model is not None:
            common[by] = lambda: getattr(self.example(model), by)
        common |= {name: partial(self.within, name) for name in WITHIN}
        return {name: common[name]() if name in common else FILLERS.get(name, 1) for name in params}


# Parameters that name no thing of a place.
FILLERS = {
    "key": "none",
    "uidb36": "1",
    "token": "nonsense",
    "object_id": "1",
    "unit": "person",
    "kind": "csv",
    "app_label": "accounts",
    "url": "x",
}


def three_places():
    own = factories.PartnerFactory()
    beside = factories.PartnerFactory(project=own.project)
    return {"own": Place(own), "beside": Place(beside), "else": Place(factories.PartnerFactory())}


def actors(partner):
    """One account of each kind; the roles stand at the own partner, coordinator and auditor in its project."""
    member = partial(factories.UserFactory, project=partner.project)
    users = {role.value: member(role=role, partner=None if role in WHOLE_PROJECT else partner) for role in ROLES}
    return {"outsider": factories.UserFactory(), **users, "staff": factories.UserFactory(is_staff=True)}
