"""What a study's pages tell beside the study: its rounds by group with their answers, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from impact_study.enums import StudyState, WaveKind
from impact_study.models import Study, Wave
from impact_study.rules.studies import IN_TIME, missed_before
from impact_study.services.response_board import answered_by_wave
from network.enums import RespondentGroup


@dataclass
class Round:
    """One wave with what is known of it now."""

    wave: Wave
    answered: int
    target: int
    state: str
    tone: str


@dataclass
class GroupOfStudy:
    """All rounds of one group; `add_retro` adds the looking-back round where the first was missed."""

    code: str
    label: str
    rounds: list[Round] = field(default_factory=list)
    add_retro: str = ""

    @property
    def answered(self) -> int:
        return sum(one.answered for one in self.rounds)


def groups_of(study: Study, *, at: datetime) -> list[GroupOfStudy]:
    answered = answered_by_wave(study)
    waves = Wave.objects.filter(study=study).select_related("study__project", "version__instrument__project")
    found: dict[str, GroupOfStudy] = {}
    for wave in sorted(waves.prefetch_related("targets"), key=lambda one: IN_TIME.index(WaveKind(one.kind))):
        group = found.setdefault(wave.group, GroupOfStudy(wave.group, wave.get_group_display()))
        state, tone = standing(wave, at=at)
        target = sum(target.answers for target in wave.targets.all())
        group.rounds.append(Round(wave, answered[wave.pk], target, state, tone))
    for group in found.values():
        if study.state in (StudyState.DRAFT, StudyState.RUNNING) and _missed(group, at):
            address = reverse("impact_study:wave_add", args=[study.project.code, study.pk])
            group.add_retro = f"{address}?group={group.code}&kind={WaveKind.RETRO_PRE}"
    return [found[code] for code in RespondentGroup.values if code in found]


def _missed(group: GroupOfStudy, at: datetime) -> bool:
    not_over = {one.wave.kind for one in group.rounds if one.wave.closes_at is None or one.wave.closes_at > at}
    return missed_before(
        kinds={one.wave.kind for one in group.rounds},
        answered={one.wave.kind for one in group.rounds if one.answered},
        open_kinds=not_over,
    )


def standing(wave: Wave, *, at: datetime) -> tuple[str, str]:
    """Whether a wave takes answers now, in words, with its tone."""
    if wave.is_open(at=at):
        return _("Open"), "ok"
    if wave.closes_at and wave.closes_at <= at:
        return _("Closed"), "plain"
    if not wave.study.is_running:
        return (_("Waits for the start of the study"), "info") if wave.study.state == StudyState.DRAFT else (
            _("Closed"), "plain",
        )  # fmt: skip
    return _("Opens later"), "info"


def next_steps(study: Study, groups: Iterable[GroupOfStudy], *, may_change: bool) -> list[tuple[str, str]]:
    """What comes next, as words and an address; nothing for who may not do it."""
    if not may_change:
        return []
    code, rounds = study.project.code, [one for group in groups for one in group.rounds]
    steps = []
    if study.state == StudyState.DRAFT:
        if not rounds:
            steps.append((_("Add the first wave"), reverse("impact_study:wave_add", args=[code, study.pk])))
        else:
            steps.append((_("Start the study: its waves open at their times"), "#start"))
    if study.state == StudyState.RUNNING:
        if not any(one.state == _("Open") for one in rounds):
            steps.append((_("No wave is open now: look at the times"), "#waves"))
        steps.append((_("See who has answered so far"), reverse("impact_study:response_board", args=[code, study.pk])))
    return steps
