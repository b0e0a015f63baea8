"""Experiences looked through by both sides, published, taken down."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, ProblemsFound, stop_on
from network.enums import ConsentPurpose, ExperienceState
from network.models import Consent, Experience, ExperienceReview
from network.rules.experiences import (
    Review,
    Telling,
    agreed_by_both,
    publishing_problems,
    review_problems,
)


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
