"""What a study promises its respondents, in words, and what keeps it from beginning, changing or ending."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.problems import Problem
from impact_study.enums import Anonymity, Design, Linkage, StudyState, WaveKind

ANONYMITY_WORDS = {
    Anonymity.ANONYMOUS: gettext_lazy(
        "Nobody can tell who gave an answer: no name, no address of a machine and no time of day is kept with it."
    ),
    Anonymity.CONFIDENTIAL: gettext_lazy(
        "Answers are kept under a pseudonym. Only people with a written purpose may see single answers, "
        "and each time is recorded."
    ),
}
LINKAGE_WORDS = {
    Linkage.CODE: gettext_lazy(
        "Each respondent gets a card with a code and types it before and after. "
        "Nobody keeps a list of who has which code."
    ),
    Linkage.SELF_CODE: gettext_lazy(
        "Each respondent answers a few questions whose answers stay the same; "
        "together they make the code. "
        "Some answers will not find their partner."
    ),
    Linkage.ACCOUNT: gettext_lazy(
        "A pseudonym is made from the respondent's account. The key is destroyed when the study closes, "
        "and nobody can make it again."
    ),
    Linkage.NONE: gettext_lazy(
        "Answers before and after are not linked. They are compared as two different groups, "
        "which says less, and the study says so."
    ),
}
# The rounds of each design, as they are offered.
ROUNDS = {
    Design.PRE_POST: (WaveKind.PRE, WaveKind.POST, WaveKind.RETRO_PRE, WaveKind.YEARLY),
    Design.PRE_POST_FOLLOW_UP: (
        WaveKind.PRE, WaveKind.POST, WaveKind.FOLLOW_UP, WaveKind.RETRO_PRE, WaveKind.YEARLY,
    ),
    Design.RETROSPECTIVE: (WaveKind.RETRO_PRE, WaveKind.POST, WaveKind.YEARLY),
    Design.CROSS_SECTION: (WaveKind.POST, WaveKind.YEARLY),
}  # fmt: skip
IN_TIME = [WaveKind.RETRO_PRE, WaveKind.PRE, WaveKind.POST, WaveKind.FOLLOW_UP, WaveKind.YEARLY]


def words_of_linkage(design: str, linkage: str) -> str:
    """What is said of linking answers; nothing where everybody is asked once."""
    is_once = design == Design.CROSS_SECTION and linkage == Linkage.NONE
    return "" if is_once else str(LINKAGE_WORDS[Linkage(linkage)])


def starting_problems(*, state: str, waves: int, has_draft_version: bool, languages: Collection[str]) -> list[Problem]:
    """What keeps a study from running."""
    found = []
    if state != StudyState.DRAFT:
        found.append(Problem("state", _("Only a draft can be started.")))
    if not waves:
        message = _("Nobody is asked yet.")
        found.append(Problem("no_wave", message, remedy=_("Add a wave with a published questionnaire.")))
    if has_draft_version:
        message = _("A wave uses a questionnaire that is not published.")
        found.append(Problem("draft_version", message, remedy=_("Publish the questionnaire first.")))
    if not languages:
        found.append(Problem("no_language", _("Choose at least one language."), field="languages"))
    return found


def promise_problems(*, answered: bool, changed: Collection[str]) -> list[Problem]:
    """What was promised to the first respondent holds for all: anonymity and linking stay."""
    if not answered:
        return []
    found = []
    if "anonymity" in changed:
        message = _("Somebody has answered already under this promise: anonymity cannot be changed any more.")
        found.append(Problem("anonymity_fixed", message, field="anonymity", remedy=_("Begin a new study.")))
    if "linkage" in changed:
        message = _("Somebody has answered already: the way of linking cannot be changed any more.")
        found.append(Problem("linkage_fixed", message, field="linkage", remedy=_("Begin a new study.")))
    return found


def wave_problems(
    *, group: str, instrument_group: str, is_published: bool, opens_at: datetime | None, closes_at: datetime | None,
    is_twice: bool,
) -> list[Problem]:  # fmt: skip
    """What keeps a wave from being written down."""
    found = []
    if is_twice:
        message = _("This group already has a wave of this kind.")
        found.append(Problem("twice", message, field="kind", remedy=_("Change that one.")))
    if group != instrument_group:
        message = _("This questionnaire is made for another group.")
        found.append(
            Problem("other_group", message, field="version", remedy=_("Choose another, or copy it for this group."))
        )
    if not is_published:
        message = _("The questionnaire is not published.")
        found.append(Problem("draft_version", message, field="version", remedy=_("Publish it first.")))
    if opens_at and closes_at and closes_at <= opens_at:
        found.append(Problem("order", _("It closes before it opens."), field="closes_at"))
    return found


def missed_before(kinds: Collection[str], answered: Collection[str], open_kinds: Collection[str]) -> bool:
    """Whether a group was asked afterwards without anybody answering before: then the looking-back form helps."""
    if WaveKind.RETRO_PRE in kinds or WaveKind.POST not in kinds:
        return False
    return WaveKind.PRE not in kinds or (WaveKind.PRE not in answered and WaveKind.PRE not in open_kinds)
