"""What makes counting hard in life: enterprises that two partners credit, and records that may be one."""

from __future__ import annotations

from datetime import date

from accounts.models import User
from network.demo.papers import signed_list
from network.enums import EvidenceKind, OccasionKind
from network.models import Category, Occasion, Organisation, Participation, Person, PersonEmail, Project
from network.services.duplicates import find_duplicates
from network.services.evidence import keep_evidence
from network.services.participation import Attendee, note_participations
from network.services.verification import verify_participations


def load_overlaps() -> None:
    project = Project.objects.get(code="qqvet")
    recorder = User.objects.get(email="contributor.es@example.org")
    _share_enterprises(project, recorder)
    _double_a_person(project, recorder)
    find_duplicates(project=project, by=recorder)


def _share_enterprises(project: Project, recorder: User) -> None:
    """Three Italian firms sent people to the Portuguese partner's fair as well."""
    portugal, category = project.partners.get(number=3), Category.objects.get(project=project, code="enterprises")
    occasion = Occasion.objects.create(
        project=project, partner=portugal, kind=OccasionKind.EVENT, title="Feira de estágios",
        held_on=date(2019, 3, 21), country="PT", place="Paredes",
    )  # fmt: skip
    firms = list(Organisation.objects.in_project(project).filter(country="IT", kind="enterprise").order_by("pk")[:3])
    paper = signed_list("feira-de-estagios.pdf", [occasion.title, "", *map(str, firms)])
    evidence = keep_evidence(
        project=project, partner=portugal, upload=paper, kind=EvidenceKind.SIGNED_LIST, title="Signed list, fair",
        proves_on=occasion.held_on, by=recorder,
    )  # fmt: skip
    attendees = [Attendee(firm, category) for firm in firms]
    note_participations(occasion=occasion, attendees=attendees, partner=portugal, evidence=[evidence], by=recorder)
    verifier = User.objects.get(email="verifier@example.org")
    verify_participations(records=Participation.objects.filter(occasion=occasion), by=verifier)


def _double_a_person(project: Project, recorder: User) -> None:
    """The same teacher, typed again without the accent."""
    partner = project.partners.get(number=1)
    person = Person.objects.known_to(partner).filter(given_name="Óscar").order_by("pk").first()
    if person is None:
        return
    twin = Person.objects.create(given_name="Oscar", family_name=person.family_name, country=person.country)
    twin.partners.add(partner)
    PersonEmail.objects.create(person=twin, address="oscar.es@example.org")
    record = person.participations.select_related("occasion", "category").first()
    if record is not None:
        note_participations(
            occasion=record.occasion, attendees=[Attendee(twin, record.category)], partner=partner, by=recorder
        )
