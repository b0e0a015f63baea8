"""A project with its partners and categories, and short ways through the five steps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.core.files.base import ContentFile

from accounts.models import User
from network.enums import OrganisationKind, Role, Unit
from network.models import (
    Affiliation,
    Experience,
    ImportBatch,
    Occasion,
    Organisation,
    Participation,
    Partner,
    Person,
    PersonEmail,
    Project,
    Proof,
    Tag,
)
from network.services.importing import answer_questions, apply_import, decide_rows, open_import, preview_import
from tests.factories import (
    CategoryFactory,
    OccasionFactory,
    OrganisationFactory,
    PartnerFactory,
    ProjectFactory,
    UserFactory,
)

CATEGORIES = (
    ("teachers", Unit.PERSON, ["teacher", "trainer"]),
    ("students", Unit.PERSON, ["student"]),
    ("directors", Unit.PERSON, ["director"]),
    ("enterprises", Unit.ORGANISATION, ["enterprise"]),
)
STORED = (Person, PersonEmail, Organisation, Affiliation, Participation, Proof, Experience, Tag)


@dataclass
class World:
    project: Project
    partner: Partner
    user: User
    occasion: Occasion

    def open(self, data: bytes, name: str = "list.csv", kind: str = "attendance", **more) -> ImportBatch:
        """Opened and previewed."""
        more.setdefault("occasion", self.occasion if kind == "attendance" else None)
        batch = open_import(partner=self.partner, kind=kind, upload=ContentFile(data, name), by=self.user, **more)
        return preview_import(batch)

    def settle(self, batch: ImportBatch, *, matches: str = "first", **answers: str) -> ImportBatch:
        """Answer as proposed, or as told; take possible matches for the first candidate, or as new."""
        told = {q["key"]: q["proposed"] or q["choices"][0] for q in batch.questions if q["proposed"] or q["choices"]}
        answer_questions(batch=batch, answers=told | answers, by=self.user)
        preview_import(batch)
        possible = [row for row in batch.rows.all() if row.match == "possible"]
        chosen = {row.label: row.candidates[0]["ref"] if matches == "first" else matches for row in possible}
        decide_rows(batch=batch, decisions=chosen, by=self.user)
        return preview_import(batch)

    def bring_in(self, data: bytes, name: str = "list.csv", kind: str = "attendance", **answers: str) -> ImportBatch:
        """All five steps."""
        return apply_import(batch=self.settle(self.open(data, name, kind), **answers), by=self.user)


def make_world(country: str = "ES") -> World:
    project = ProjectFactory()
    partners = {}
    for code in ("ES", "RO", "PT", "IT", "BE", "CZ"):
        name = "Agrupamento Exemplo (parceiro)" if code == "PT" else f"Invented School {code}"
        organisation = OrganisationFactory(country=code, name=name, kind=OrganisationKind.VET_PROVIDER)
        partners[code] = PartnerFactory(project=project, organisation=organisation)
    for order, (code, unit, groups) in enumerate(CATEGORIES):
        CategoryFactory(project=project, code=code, unit=unit, respondent_groups=groups, order=order)
    partner = partners[country]
    occasion = OccasionFactory(project=project, partner=partner, held_on=date(2018, 3, 14), country=country)
    return World(project, partner, UserFactory(role=Role.MANAGER, project=project, partner=partner), occasion)


def csv(*lines: str) -> bytes:
    return "\n".join(lines).encode()


def stored() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in STORED}


def codes(batch: ImportBatch) -> dict[str, list[str]]:
    """What was found in each row."""
    return {row.label: [problem["code"] for problem in row.problems] for row in batch.rows.all() if row.problems}


def asked(batch: ImportBatch) -> dict[str, str]:
    """The open questions with what is proposed."""
    return {question["key"]: question["proposed"] for question in batch.questions}
