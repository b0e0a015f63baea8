"""Invented work-based learning at every partner, and three public stories."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from accounts.models import User
from network.enums import ExperienceKind, ExperienceLevel, OrganisationKind, RelationshipKind, ReviewSide, Voice
from network.models import Experience, Organisation, Partner, Person, Project
from network.services.experience_reviews import ask_for_review, publish_experience, review_experience
from network.services.experiences import add_experience, give_opinion
from network.services.organisations import relate

TRADES = (
    ("Car mechatronics", "G", "071", ["Diagnoses a fault in the engine management", "Keeps a workshop record"]),
    ("Hotel reception", "I", "101", ["Welcomes guests in two languages", "Closes the day's accounts"]),
    (
        "Electrical installation",
        "F",
        "071",
        ["Wires a distribution board by plan", "Tests it before it is switched on"],
    ),
    ("Food processing", "C", "072", ["Runs a line by the hygiene plan", "Traces a batch back to its origin"]),
)
STORIES = {
    "ES": {
        "en": "Two days at school, three in the workshop. In March I handed over a car to its owner on my own.",
        "es": "Dos días en el centro, tres en el taller. En marzo me dejaron entregar un coche a su dueña yo sola.",
    },
    "RO": {
        "en": "My tutor drew every step before I did it. Now I draw for the one who came after me.",
        "es": "Mi tutor dibujaba cada paso antes de que yo lo hiciera. Ahora dibujo yo para quien llegó después.",
    },
    "CZ": {
        "en": "Four weeks abroad, and the menu in three languages is still the one I wrote.",
        "es": "Cuatro semanas en el extranjero, y la carta en tres idiomas sigue siendo la que escribí.",
    },
}


def load_experiences() -> None:
    project = Project.objects.get(code="qqvet")
    chief = User.objects.get(email="coordinator@example.org")
    for partner in project.partners.select_related("organisation"):
        for n in range(6):
            experience = add_experience(facts=_facts(partner, n), project=project, by=chief)
            if n < 3:
                _hear(experience, chief)
            if n == 0:
                facts = {"kind": RelationshipKind.HOSTS_FOR, "target": experience.provider, "starts_on": None}
                relate(source=experience.host, facts=facts, project=project, by=chief)
            if n == 0 and (story := STORIES.get(partner.organisation.country)):
                _tell(experience, story, chief)


def _facts(partner: Partner, n: int) -> dict[str, Any]:
    chance = Random(f"{partner.number}-{n}")  # noqa: S311  (the demo, the same each time)
    country = partner.organisation.country
    known = Organisation.objects.in_project(partner.project).filter(country=country)
    trade, sector, field_of_education, outcomes = TRADES[(n + partner.number // 6) % len(TRADES)]
    host = known.filter(kind=OrganisationKind.ENTERPRISE).order_by("pk")[n]
    starts_on = date(2018, 1, 15) + timedelta(days=70 * n + chance.randrange(20))
    kind = list(ExperienceKind)[n % 5]
    return {
        "partner": partner,
        "title": f"{trade} at {host.name}",
        "kind": kind,
        "level": list(ExperienceLevel)[(n + partner.number) % 4],
        "learner": Person.objects.known_to(partner).filter(affiliations__function="Student").order_by("pk")[n],
        "host_tutor": None,
        "provider": known.filter(kind=OrganisationKind.VET_PROVIDER).order_by("pk").last(),
        "host": host,
        "starts_on": starts_on,
        "ends_on": starts_on + timedelta(weeks=4 + 2 * (n % 4)),
        "hours": Decimal(120 + 40 * (n % 4)),
        "sector": sector,
        "field_of_education": field_of_education,
        "eqf": 3 + n % 3,
        "outcomes": outcomes,
        "efqea": chance.sample(["E01", "E02", "E03", "E04", "E07", "E11", "E14"], 3),
        "tasks": "",
    }


def _hear(experience: Experience, by: User) -> None:
    given_on = experience.ends_on
    words = {
        Voice.LEARNER: (5, "I was trusted with real work."),
        Voice.TUTOR: (4, "The plan was agreed beforehand, and we kept to it."),
        Voice.HOST: (4, "We would take the next one at once."),
    }
    for voice, (rating, text) in words.items():
        facts = {"voice": voice, "rating": rating, "text": text, "may_be_quoted": True, "given_on": given_on}
        give_opinion(experience=experience, facts=facts, by=by)


def _tell(experience: Experience, story: dict[str, str], by: User) -> None:
    Experience.objects.filter(pk=experience.pk).update(story=story, story_name="Alex")
    experience.refresh_from_db()
    ask_for_review(experience=experience, by=by)
    for side, name in ((ReviewSide.PROVIDER, "Invented head of practice"), (ReviewSide.HOST, "Invented owner")):
        review_experience(
            experience=experience, version=experience.version, side=side, agrees=True, comment="", reviewer_name=name,
            by=by,
        )  # fmt: skip
    experience.refresh_from_db()
    publish_experience(experience=experience, by=by)
