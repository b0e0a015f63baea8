"""The rounds of a study: written down and changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, ProblemsFound, stop_on
from core.staleness import claim
from impact_study.enums import StudyState
from impact_study.models import Study, Wave, WaveTarget
from impact_study.rules.studies import wave_problems
from network.models import Partner

OPEN = (StudyState.DRAFT, StudyState.RUNNING)


@transaction.atomic
def add_wave(*, study: Study, facts: Mapping[str, Any], targets: Mapping[Partner, int | None], by: User) -> Wave:
    """Ask one group once more. Raises ProblemsFound."""
    wave = Wave(study=study, **facts)
    _check(wave)
    wave.save()
    _promise(wave, targets)
    audit.record("impact_study.wave.added", target=wave, by=by, group=wave.group, kind=wave.kind)
    return wave


@transaction.atomic
def change_wave(
    *, wave: Wave, seen: str, facts: Mapping[str, Any], targets: Mapping[Partner, int | None], by: User
) -> Wave:
    """Change times, version and targets. Who answers now stays with the version they began. Raises ProblemsFound."""
    claim(wave, seen=seen)
    stored = Wave.objects.select_related("study", "version__instrument").get(pk=wave.pk)
    before = {name: str(getattr(stored, name)) for name in facts}
    for name, value in facts.items():
        setattr(stored, name, value)
    _check(stored)
    stored.save()
    _promise(stored, targets)
    after = {name: str(value) for name, value in facts.items()}
    audit.record("impact_study.wave.changed", target=stored, by=by, **audit.changes(before, after))
    return stored


def _check(wave: Wave) -> None:
    if wave.study.state not in OPEN:
        raise ProblemsFound([Problem("state", _("The study is closed: nobody is asked any more."))])
    same = Wave.objects.filter(study=wave.study, group=wave.group, kind=wave.kind).exclude(pk=wave.pk)
    stop_on(
        wave_problems(
            group=wave.group, instrument_group=wave.version.instrument.group,
            is_published=not wave.version.is_draft, opens_at=wave.opens_at, closes_at=wave.closes_at,
            is_twice=same.exists(),
        )
    )  # fmt: skip


def _promise(wave: Wave, targets: Mapping[Partner, int | None]) -> None:
    for partner, answers in targets.items():
        if answers:
            WaveTarget.objects.update_or_create(wave=wave, partner=partner, defaults={"answers": answers})
        else:
            WaveTarget.objects.filter(wave=wave, partner=partner).delete()
