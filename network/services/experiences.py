"""Experiences written down and changed, and what was thought of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, ProblemsFound, stop_on
from network.enums import ExperienceState
from network.models import Experience, Opinion, Project
from network.rules.experiences import (
    experience_problems,
)


@transaction.atomic
def add_experience(*, facts: Mapping[str, Any], project: Project, by: User) -> Experience:
    """Begin a record. Raises ProblemsFound."""
    experience = Experience(project=project, recorded_by=by, **facts)
    _check(experience, by)
    experience.save()
    audit.record("network.experience.added", target=experience, by=by)
    return experience


@transaction.atomic
def change_experience(*, experience: Experience, version: int, facts: Mapping[str, Any], by: User) -> Experience:
    """Change a record of which the editor saw this version. What was reviewed or public is a draft again."""
    next_version(experience, seen=version)
    stored = Experience.objects.get(pk=experience.pk)
    for name, value in facts.items():
        setattr(stored, name, value)
    _check(stored, by)
    stored.save()
    audit.record("network.experience.changed", target=stored, by=by, version=stored.version, was=experience.state)
    return stored


def next_version(experience: Experience, *, seen: int) -> None:
    """A new version has no reviews, so it is a draft and leaves the public page. Raises ProblemsFound when stale."""
    taken = Experience.objects.filter(pk=experience.pk, version=seen).update(
        version=F("version") + 1, state=ExperienceState.DRAFT, published_at=None
    )
    if not taken:
        message = _("Somebody saved this record after you opened it. Compare both versions below and save again.")
        raise ProblemsFound([Problem("conflict", message)])


def _check(experience: Experience, by: User) -> None:
    problems = experience_problems(
        starts_on=experience.starts_on, ends_on=experience.ends_on, efqea=experience.efqea,
        hours=float(experience.hours) if experience.hours is not None else None,
        same_place=experience.provider_id == experience.host_id,
    )  # fmt: skip
    if not by.has_perm("network.write_for_partner", experience.partner):
        message = _("You do not write for %(partner)s.") % {"partner": experience.partner}
        problems.append(Problem("partner", message, field="partner"))
    stop_on(problems)


@transaction.atomic
def give_opinion(*, experience: Experience, facts: Mapping[str, Any], by: User) -> Opinion:
    """Note what learner, tutor or host think; each voice speaks once, later words replace earlier ones."""
    voice = facts["voice"]
    opinion, _made = Opinion.objects.update_or_create(
        experience=experience, voice=voice, defaults={**facts, "recorded_by": by}
    )
    if experience.state != ExperienceState.DRAFT:
        next_version(experience, seen=experience.version)
    audit.record("network.opinion.given", target=experience, by=by, voice=voice)
    return opinion
