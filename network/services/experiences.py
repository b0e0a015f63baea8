"""Work-based learning from the first draft to the public story."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, ProblemsFound, stop_on
from network.enums import ConsentPurpose, ExperienceState
from network.models import Consent, Experience, ExperienceReview, Opinion, Project
from network.rules.experiences import (
    Review,
    Telling,
    agreed_by_both,
    experience_problems,
    publishing_problems,
    review_problems,
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
    _next_version(experience, seen=version)
    stored = Experience.objects.get(pk=experience.pk)
    for name, value in facts.items():
        setattr(stored, name, value)
    _check(stored, by)
    stored.save()
    audit.record("network.experience.changed", target=stored, by=by, version=stored.version, was=experience.state)
    return stored


def _next_version(experience: Experience, *, seen: int) -> None:
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
        _next_version(experience, seen=experience.version)
    audit.record("network.opinion.given", target=experience, by=by, voice=voice)
    return opinion


@transaction.atomic
def ask_for_review(*, experience: Experience, by: User) -> None:
    _step(experience, from_=ExperienceState.DRAFT, to=ExperienceState.IN_REVIEW)
    audit.record("network.experience.review_asked", target=experience, by=by, version=experience.version)


@transaction.atomic
def review_experience(
    *, experience: Experience, version: int, side: str, agrees: bool, comment: str, reviewer_name: str, by: User
) -> ExperienceReview:
    """Note the provider's or host's word on one version. Both agree: reviewed. One does not: a draft again."""
    stored = Experience.objects.select_for_update(of=("self",), no_key=True).get(pk=experience.pk)
    others = stored.reviews.filter(of_version=stored.version).exclude(side=side).order_by("-pk")
    other = others.first()
    stop_on(
        review_problems(
            state=stored.state, seen=version, version=stored.version, name=reviewer_name,
            name_of_other_side=other.reviewer_name if other else "",
        )
    )  # fmt: skip
    review = ExperienceReview.objects.create(
        experience=stored, side=side, agrees=agrees, comment=comment, reviewer_name=reviewer_name,
        of_version=version, recorded_by=by,
    )  # fmt: skip
    stored.state = _state_after(stored, agrees=agrees)
    Experience.objects.filter(pk=stored.pk).update(state=stored.state)
    audit.record("network.experience.reviewed", target=stored, by=by, side=side, agrees=agrees, version=version)
    return review


def _state_after(experience: Experience, *, agrees: bool) -> ExperienceState:
    if not agrees:
        return ExperienceState.DRAFT
    newest = {row.side: Review(row.side, row.agrees, row.of_version) for row in experience.reviews.order_by("pk")}
    both = agreed_by_both(newest.values(), version=experience.version)
    return ExperienceState.REVIEWED if both else ExperienceState.IN_REVIEW


@transaction.atomic
def publish_experience(*, experience: Experience, by: User) -> None:
    """Show the story to everybody, as long as the consents hold. Raises ProblemsFound."""
    stop_on(publishing_problems(telling_of(experience)))
    _step(experience, from_=ExperienceState.REVIEWED, to=ExperienceState.PUBLISHED, published_at=timezone.now())
    audit.record("network.experience.published", target=experience, by=by, version=experience.version)


@transaction.atomic
def take_down(*, experience: Experience, by: User) -> None:
    _step(experience, from_=ExperienceState.PUBLISHED, to=ExperienceState.REVIEWED, published_at=None)
    audit.record("network.experience.taken_down", target=experience, by=by)


def _step(experience: Experience, *, from_: ExperienceState, to: ExperienceState, **also: Any) -> None:
    """One step of the state machine, only from the version and state that was seen."""
    rows = Experience.objects.filter(pk=experience.pk, version=experience.version, state=from_)
    if not rows.update(state=to, **also):
        raise ProblemsFound([Problem("conflict", _("The record was changed meanwhile. Load the page again."))])


def telling_of(experience: Experience) -> Telling:
    learner = experience.learner
    consents = Consent.objects.filter(person=learner, project=experience.project, purpose=ConsentPurpose.NAME)
    in_force = [consent for consent in consents if consent.withdrawn_at is None]
    return Telling(
        state=experience.state,
        has_story=any(text.strip() for text in experience.story.values()),
        story_name=experience.story_name,
        given_name=learner.given_name if learner else "",
        has_learner=learner is not None,
        is_minor=bool(learner and learner.is_minor),
        is_erased=bool(learner and learner.erased_at),
        has_consent=bool(in_force),
        has_guardian_consent=any(consent.by_guardian for consent in in_force),
        took_consent_back=len(consents) > len(in_force),
        project_is_public=experience.project.is_public,
    )
