"""Invented people, enterprises and what they took part in: enough to see quotas move, be short, and be exceeded."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from accounts.models import User
from network.demo.names import FIRM, SCHOOL, TRAINING, people
from network.demo.papers import signed_list
from network.enums import EnterpriseSize, EvidenceKind, OccasionKind, OrganisationKind
from network.models import (
    Affiliation,
    Category,
    Evidence,
    Occasion,
    Organisation,
    Participation,
    Partner,
    Person,
    PersonEmail,
    Project,
)
from network.services.evidence import keep_evidence
from network.services.occasions import count_unnamed
from network.services.participation import Attendee, note_participations
from network.services.periods import create_period, lock_period
from network.services.verification import verify_participations

# How far each partner of QQVET comes: some quotas are exceeded, one partner is short.
SHARE = {"ES": 1.1, "RO": 1.0, "PT": 0.92, "IT": 0.8, "BE": 0.55, "CZ": 1.02}
HEADS = {"teachers": 30, "students": 50, "directors": 5}
FUNCTIONS = {"teachers": "Teacher", "students": "Student", "directors": "Director"}
MEETINGS = (
    ("Kick-off meeting at the European Economic and Social Committee", date(2018, 1, 12), "Brussels", "BE"),
    ("Second partners' meeting", date(2018, 7, 13), "Bucharest", "RO"),
    ("Third partners' meeting", date(2018, 11, 30), "Bologna", "IT"),
)


def load_records() -> None:
    """Everything of QQVET up to the locked interim period; the last lists still wait for verification."""
    project = Project.objects.get(code="qqvet")
    recorder = User.objects.get(email="contributor.es@example.org")
    verifier = User.objects.get(email="verifier@example.org")
    periods = [
        create_period(project=project, name=name, starts_on=starts_on, ends_on=ends_on, due_on=due_on, by=recorder)
        for name, starts_on, ends_on, due_on in (
            ("Interim report", date(2017, 9, 1), date(2018, 8, 31), date(2018, 9, 30)),
            ("Final report", date(2018, 9, 1), date(2019, 8, 31), date(2019, 10, 30)),
        )
    ]
    for title, day, place, country in MEETINGS:
        Occasion.objects.create(
            project=project, kind=OccasionKind.MEETING, title=title, held_on=day, ends_on=day + timedelta(days=1),
            place=place, country=country,
        )  # fmt: skip
    for partner in project.partners.select_related("organisation", "project"):
        PartnerStory(partner, recorder).tell()
    _verify(project, verifier, until=date(2018, 8, 31))
    lock_period(period=periods[0], by=User.objects.get(email="coordinator@example.org"))
    _verify(project, verifier, until=date(2019, 5, 31))


def _verify(project: Project, verifier: User, *, until: date) -> None:
    verify_participations(records=Participation.objects.in_project(project).filter(held_on__lte=until), by=verifier)


class PartnerStory:
    """What one partner did in two years, always the same."""

    def __init__(self, partner: Partner, recorder: User) -> None:
        self.partner, self.project, self.recorder = partner, partner.project, recorder
        self.country = partner.organisation.country
        self.random = Random(self.country)  # noqa: S311  (the demo, the same each time)
        self.names = people(self.country)
        self.categories = {category.code: category for category in Category.objects.in_project(self.project)}

    def tell(self) -> None:
        self.school = self._organisation(SCHOOL[self.country], OrganisationKind.VET_PROVIDER)
        firms = [
            self._organisation(FIRM[self.country].format(n=n), OrganisationKind.ENTERPRISE)
            for n in range(1, round(20 * SHARE[self.country]) + 1)
        ]
        groups = {code: self._people(code, round(heads * SHARE[self.country])) for code, heads in HEADS.items()}
        occasions = [self._occasion(n) for n in range(9)]
        for n, occasion in enumerate(occasions):
            self._list(occasion, n, groups, firms)
        if self.country == "PT":
            self._unnamed(occasions[4])

    def _organisation(self, name: str, kind: OrganisationKind) -> Organisation:
        sizes = list(EnterpriseSize) if kind == OrganisationKind.ENTERPRISE else [""]
        found = Organisation.objects.create(
            name=name, kind=kind, country=self.country, size=self.random.choice(sizes), sector="C"
        )
        found.projects.add(self.project)
        return found

    def _people(self, code: str, count: int) -> list[Person]:
        found = []
        for _ in range(count):
            given, family = next(self.names)
            person = Person.objects.create(given_name=given, family_name=family, country=self.country)
            person.partners.add(self.partner)
            PersonEmail.objects.create(person=person, address=f"{self.country.lower()}{person.pk}@example.org")
            Affiliation.objects.create(
                person=person, organisation=self.school, function=FUNCTIONS[code], starts_on=date(2017, 9, 1)
            )
            found.append(person)
        return found

    def _occasion(self, n: int) -> Occasion:
        day = date(2017, 10, 10) + timedelta(days=76 * n + self.random.randrange(20))
        return Occasion.objects.create(
            project=self.project, partner=self.partner, kind=OccasionKind.TRAINING, held_on=day, country=self.country,
            title=f"{TRAINING[self.country]} {n + 1}", place=self.partner.organisation.city,
        )  # fmt: skip

    def _list(self, occasion: Occasion, n: int, groups: dict[str, list[Person]], firms: list[Organisation]) -> None:
        """A part of everybody, so that heads come in over time and many come more than once."""
        attendees = []
        for code, members in groups.items():
            size = -(-len(members) // 8)
            fresh = members[n * size : (n + 1) * size]
            again = self.random.sample(members[: n * size], min(3, n * size, len(members)))
            attendees += [
                Attendee(person, self.categories[code], function=FUNCTIONS[code], organisation=self.school, signed=True)
                for person in dict.fromkeys([*fresh, *again])
            ]
        size = -(-len(firms) // 8)
        attendees += [Attendee(firm, self.categories["enterprises"]) for firm in firms[n * size : (n + 1) * size]]
        note_participations(
            occasion=occasion, attendees=attendees, partner=self.partner, by=self.recorder,
            evidence=[self._signed_list(occasion, [str(attendee.subject) for attendee in attendees])],
        )  # fmt: skip

    def _signed_list(self, occasion: Occasion, lines: list[str]) -> Evidence:
        name = f"signed-list-{self.country.lower()}-{occasion.held_on}.pdf"
        paper = signed_list(name, [occasion.title, f"{occasion.held_on} - invented demo list", "", *lines])
        return keep_evidence(
            project=self.project, partner=self.partner, upload=paper, kind=EvidenceKind.SIGNED_LIST,
            title=f"Signed list, {occasion.title}", proves_on=occasion.held_on, by=self.recorder,
        )  # fmt: skip

    def _unnamed(self, occasion: Occasion) -> None:
        evidence = Evidence.objects.filter(partner=self.partner, proves_on=occasion.held_on).first()
        if evidence:
            count_unnamed(
                occasion=occasion, partner=self.partner, category=self.categories["students"], heads=24,
                evidence=evidence, reason="A class visited the workshop; its list has no names.", by=self.recorder,
            )  # fmt: skip
