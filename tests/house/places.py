"""Three places with one example of everything: the own partner, another partner beside it, another project."""

from functools import partial

from django.core.files.base import ContentFile

from core.models import Job
from dissemination.models import (
    Activity,
    Attendance,
    CalendarLink,
    Certificate,
    ContractualTask,
    Event,
    EventDocument,
    EventDuty,
    Objective,
    PlannedActivity,
    PlannedEvent,
    PlanVersion,
    Registration,
    Session,
    SignatureSheet,
    Speaker,
    TargetGroup,
)
from dissemination.models import Channel as PlanChannel
from impact_study.models import (
    AnalysisPlan,
    AnalysisRun,
    Channel,
    CodeBatch,
    Finding,
    Instrument,
    InstrumentVersion,
    Publication,
    RawDownload,
    SentFile,
    Study,
    StudySnapshot,
    Wave,
)
from network import models
from network.enums import ConsentPurpose, ImportKind, RelationshipKind, Role, Unit
from network.services.importing.opening import open_import
from network.services.merging import merge_people
from reports.models import Comment, Contribution, Report, ReportFile, Section
from tests import factories
from tests.factories import dissemination as event_factories
from tests.factories import impact_study as survey_factories
from tests.factories import plan as plan_factories
from tests.factories import reports as report_factories
from tests.factories.plan import ActivityFactory, EventDocumentFactory, ObjectiveFactory, PlanVersionFactory

ROLES = (Role.READER, Role.CONTRIBUTOR, Role.MANAGER, Role.VERIFIER, Role.AUDITOR, Role.COORDINATOR)
ACTORS = ("public", "outsider", *(role.value for role in ROLES), "staff")
WHOLE_PROJECT = (Role.AUDITOR, Role.COORDINATOR)


def draft_version(partner):
    """A questionnaire that is still edited."""
    return survey_factories.VersionFactory(instrument__project=partner.project, state="draft", published_at=None)


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
    Activity: lambda partner: ActivityFactory(partner=partner),
    Objective: lambda partner: ObjectiveFactory(project=partner.project),
    TargetGroup: lambda partner: plan_factories.TargetGroupFactory(project=partner.project),
    PlanChannel: lambda partner: plan_factories.ChannelFactory(project=partner.project),
    PlannedActivity: lambda partner: plan_factories.PlannedActivityFactory(partner=partner),
    EventDuty: lambda partner: EventDuty.objects.create(project=partner.project, kind="conference"),
    ContractualTask: lambda partner: ContractualTask.objects.create(project=partner.project, title={"en": "Task"}),
    EventDocument: lambda partner: EventDocumentFactory(partner=partner),
    PlanVersion: lambda partner: PlanVersionFactory(project=partner.project),
    Event: lambda partner: event_factories.EventFactory(partner=partner),
    PlannedEvent: lambda partner: event_factories.PlannedEventFactory(partner=partner),
    Registration: lambda partner: event_factories.RegistrationFactory(event__partner=partner),
    Certificate: lambda partner: event_factories.CertificateFactory(registration__event__partner=partner),
    SignatureSheet: lambda partner: event_factories.SignatureSheetFactory(event__partner=partner),
    Attendance: lambda partner: event_factories.AttendanceFactory(registration__event__partner=partner),
    Session: lambda partner: event_factories.SessionFactory(event__partner=partner),
    CalendarLink: lambda partner: CalendarLink.objects.create(
        user=factories.UserFactory(), name="Phone", token_hash=f"{partner.pk:064d}"
    ),
    Speaker: lambda partner: event_factories.SpeakerFactory(event__partner=partner),
    models.Adjustment: lambda partner: models.Adjustment.objects.create(
        project=partner.project, partner=partner, corrects=factories.PeriodFactory(project=partner.project),
        category=factories.CategoryFactory(project=partner.project), before=3, after=2, reason="Merged",
    ),
    models.Contact: lambda partner: models.Contact.objects.create(
        project=partner.project, partner=partner, organisation=partner.organisation, held_on="2018-03-14"
    ),
    models.AggregateCount: lambda partner: models.AggregateCount.objects.create(
        partner=partner, category=factories.CategoryFactory(project=partner.project), heads=3, reason="On paper",
        occasion=factories.OccasionFactory(project=partner.project), evidence=factories.EvidenceFactory(partner=partner),
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
    Channel: lambda partner: survey_factories.ChannelFactory(
        wave__study__project=partner.project, partner=partner, wave__study__linkage="none"
    ),
    CodeBatch: lambda partner: survey_factories.ChannelFactory(
        wave__study__project=partner.project, partner=partner
    ).wave.code_batches.create(partner=partner, group="student", cards=1),
    Study: lambda partner: survey_factories.StudyFactory(project=partner.project),
    Instrument: lambda partner: draft_version(partner).instrument,
    InstrumentVersion: lambda partner: draft_version(partner),
    AnalysisPlan: lambda partner: survey_factories.PlanFactory(study__project=partner.project),
    AnalysisRun: lambda partner: survey_factories.RunFactory(plan__study__project=partner.project),
    SentFile: lambda partner: survey_factories.SentFileFactory(wave__study__project=partner.project),
    RawDownload: lambda partner: RawDownload.objects.create(
        study=survey_factories.StudyFactory(project=partner.project), purpose="To test", form="sav", rows=0
    ),
    StudySnapshot: lambda partner: survey_factories.SnapshotFactory(study__project=partner.project),
    Wave: lambda partner: survey_factories.WaveFactory(study__project=partner.project),
    Publication: lambda partner: survey_factories.PublicationFactory(run__plan__study__project=partner.project),
    Finding: lambda partner: survey_factories.FindingFactory(run__plan__study__project=partner.project),
    Job: lambda partner: factories.JobFactory(project_id=partner.project_id),
}  # fmt: skip


def merged_people(partner):
    """The trace of a merge that could be undone."""
    survivor, other = (factories.PersonFactory(partners=[partner]) for _twice in range(2))
    merge_people(survivor=survivor, other=other, project=partner.project, by=factories.UserFactory(is_staff=True))
    return models.Merge.objects.get(survivor_id=survivor.pk)


# Things inside a thing: found by the parameter that names them.
WITHIN = {
    "entry": lambda place: ObjectiveFactory(project=place.partner.project),
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
    "event": lambda place: place.example(Event),
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
        common = {"serial": lambda: self.example(Certificate).serial,
                  "code": lambda: self.partner.project.code, "partner": lambda: self.partner.pk,
                  "category": lambda: self.example(models.Category).code,
                  "template": lambda: report_factories.ReportTemplateFactory().code}  # fmt: skip
        if model is not None:
            common[by] = lambda: getattr(self.example(model), by)
        common |= {name: partial(self.within, name) for name in WITHIN}
        return {name: common[name]() if name in common else FILLERS.get(name, 1) for name in params}


# Parameters that name no thing of a place.
FILLERS = {
    "part": "objectives",
    "key": "none",
    "uidb36": "1",
    "token": "nonsense",
    "object_id": "1",
    "unit": "person",
    "kind": "csv",
    "item": "useful",
    "job": "00000000-0000-4000-8000-000000000000",
    "sort": "list",
    "piece": "agree3",
    "page": "work",
    "language": "es",
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
