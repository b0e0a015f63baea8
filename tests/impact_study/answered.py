"""A study with answers before and after, for tests of what becomes of them."""

import random

from impact_study.enums import WaveKind
from impact_study.models import Participant, Response
from tests.factories import PartnerFactory
from tests.factories.impact_study import ResponseFactory, StudyFactory, VersionFactory, WaveFactory
from tests.impact_study.rules.questionnaires import document, page, question

AGREE5 = {
    "code": "agree5",
    "choices": [
        *({"code": f"a{value}", "text": f"list.agree5.{value}", "value": value} for value in range(1, 6)),
        {"code": "dk", "text": "list.agree5.dk", "missing": "dont_know"},
    ],
}
YES_NO = {"code": "yes_no", "choices": [{"code": "yes", "text": "list.yes"}, {"code": "no", "text": "list.no"}]}
SCALE = {
    "code": "skill", "title": "scale.skill", "items": ["skill_1", "skill_2", "skill_3"], "low": 1, "high": 5,
    "rule": "mean", "minimum_share": 0.8,
}  # fmt: skip
TEXTS = {
    "en": {
        "meta.title": "About your work", "q.skill_1": "I know the trade", "q.skill_2": "I am asked",
        "q.skill_3": "I am trusted", "q.hired": "Were you offered a job?", "scale.skill": "Skill",
        "list.yes": "Yes", "list.no": "No",
        **{f"list.agree5.{value}": f"Level {value}" for value in range(1, 6)},
    }
}  # fmt: skip


def questionnaire():
    items = [question(f"skill_{number}", "single", choices="agree5") for number in (1, 2, 3)]
    return document(
        page("work", *items, question("hired", "single", choices="yes_no")), lists=(AGREE5, YES_NO), scales=(SCALE,)
    )


def answered_study(people=60, *, countries=("ES", "RO"), rare=3, **facts):
    """Everybody answers twice; `rare` people come from Malta. Skills rise by one step."""
    study = StudyFactory(**facts)
    version = VersionFactory(definition=questionnaire(), texts=TEXTS, instrument__project=study.project)
    partner = PartnerFactory(project=study.project)
    pre, post = (WaveFactory(study=study, kind=kind, version=version) for kind in (WaveKind.PRE, WaveKind.POST))
    draw, responses = random.Random(7), []
    for number in range(people):
        person = Participant.objects.create(study=study, pseudonym=str(number))
        country = "MT" if number < rare else countries[number % len(countries)]
        level = draw.randint(1, 4)
        for wave, rise in ((pre, 0), (post, 1)):
            answers = {f"skill_{item}": f"a{min(5, max(1, level + rise + draw.randint(-1, 1)))}" for item in (1, 2, 3)}
            answers["hired"] = draw.choice(["yes", "no"])
            responses.append(
                ResponseFactory.build(
                    study=study, wave=wave, version=version, partner=partner, participant=person, country=country,
                    answers=answers,
                )
            )  # fmt: skip
    Response.objects.bulk_create(responses)
    return study
