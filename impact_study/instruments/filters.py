"""The filter questions at the top: what answers are broken down by, so that like is compared with like."""

from __future__ import annotations

from dataclasses import dataclass

from impact_study.enums import QuestionType, Required, WaveKind
from impact_study.rules.definition import Question
from network.enums import RespondentGroup

PLACEMENT, PLACE, PERSON = "about_placement", "about_place", "about_you"
ALL = frozenset(RespondentGroup)
STUDENT = frozenset({RespondentGroup.STUDENT})
COMPANY = frozenset({RespondentGroup.ENTERPRISE, RespondentGroup.TRAINER})
SCHOOL = frozenset({RespondentGroup.TEACHER, RespondentGroup.DIRECTOR})
PERSONS = STUDENT | {RespondentGroup.TRAINER, RespondentGroup.TEACHER}
AT_WORK = STUDENT | COMPANY | {RespondentGroup.TEACHER}


@dataclass(frozen=True)
class Filter:
    """One filter question, and who is asked it."""

    code: str
    page: str
    groups: frozenset[RespondentGroup]
    type: QuestionType = QuestionType.SINGLE
    choices: str = ""
    personal: bool = False
    help: str = ""

    def question(self) -> Question:
        number = self.type == QuestionType.INTEGER
        return Question(
            code=self.code,
            type=self.type,
            text=f"q.{self.code}",
            choices="" if number else self.choices or self.code,
            required=Required.NONE if self.personal else Required.SOFT,
            help=self.help,
            personal=self.personal,
            low=0 if number else None,
            high=260 if number else None,
            scale_role="filter",
        )


FILTERS = (
    Filter("country", PLACEMENT, ALL),
    Filter("partner", PLACEMENT, ALL),
    Filter("wbl_type", PLACEMENT, AT_WORK),
    Filter("level", PLACEMENT, AT_WORK | {RespondentGroup.PUBLIC_BODY}, help="q.level.help"),
    Filter("weeks", PLACEMENT, STUDENT | COMPANY, QuestionType.INTEGER),
    Filter("field", PLACE, STUDENT | SCHOOL),
    Filter("sector", PLACE, STUDENT | COMPANY),
    Filter("host_size", PLACE, STUDENT | COMPANY),
    Filter("paid", PLACE, STUDENT | COMPANY, choices="yes_no"),
    Filter("age_young", PERSON, STUDENT, personal=True),
    Filter("age_adult", PERSON, PERSONS - STUDENT, personal=True),
    Filter("gender", PERSON, PERSONS, personal=True),
    Filter(
        "fewer_opportunities",
        PERSON,
        STUDENT,
        choices="yes_no_unsaid",
        personal=True,
        help="q.fewer_opportunities.help",
    ),
)
SHORT = {
    WaveKind.FOLLOW_UP: {"country", "partner", "wbl_type", "level"},
    WaveKind.YEARLY: {"country", "partner"},
}


def filters_for(group: RespondentGroup, wave: WaveKind, *, partners: bool) -> list[Filter]:
    """Later waves ask only what the breakdowns need."""
    asked = SHORT.get(wave)
    return [
        one
        for one in FILTERS
        if group in one.groups and (asked is None or one.code in asked) and (partners or one.code != "partner")
    ]
