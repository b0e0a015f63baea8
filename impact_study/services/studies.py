"""A study from its first draft to its end: written down, changed, started, closed for good, put away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, ProblemsFound, stop_on
from core.staleness import claim
from impact_study.enums import StudyState, VersionState
from impact_study.models import Draft, Response, Study, Wave
from impact_study.rules.studies import promise_problems, starting_problems
from impact_study.services.plans import lock_plan
from network.models import Project

CLOSABLE = (StudyState.DRAFT, StudyState.RUNNING)
ENDED = (StudyState.CLOSED, StudyState.PUBLISHED)


@transaction.atomic
def create_study(*, project: Project, facts: Mapping[str, Any], by: User) -> Study:
    """Write down a study. Raises ProblemsFound."""
    if Study.objects.filter(project=project, code=facts["code"]).exists():
        raise ProblemsFound([Problem("code_taken", _("Another study of the project has this code."), field="code")])
    study = Study.objects.create(project=project, **facts)
    audit.record("impact_study.study.created", target=study, by=by, code=study.code)
    return study


@transaction.atomic
def change_study(*, study: Study, seen: str, facts: Mapping[str, Any], by: User) -> Study:
    """Change a study that still is as its editor saw it; what respondents were promised stays. Raises ProblemsFound."""
    claim(study, seen=seen)
    stored = Study.objects.get(pk=study.pk)
    if stored.state == StudyState.ARCHIVED:
        raise ProblemsFound([Problem("state", _("The study is archived: it does not change any more."))])
    before = {name: getattr(stored, name) for name in facts}
    if changed := {name for name in ("anonymity", "linkage") if name in facts and facts[name] != before[name]}:
        stop_on(promise_problems(answered=has_answers(stored), changed=changed))
    for name, value in facts.items():
        setattr(stored, name, value)
    stored.save()
    told = audit.changes({name: str(value) for name, value in before.items()}, {k: str(v) for k, v in facts.items()})
    audit.record("impact_study.study.changed", target=stored, by=by, **told)
    return stored


def has_answers(study: Study) -> bool:
    """Whether somebody has answered, or is about to: a promise was made."""
    return Response.objects.filter(study=study).exists() or Draft.objects.filter(channel__wave__study=study).exists()


@transaction.atomic
def start_study(*, study: Study, by: User) -> None:
    """Let the waves open at their times. Raises ProblemsFound with all that is missing."""
    waves = Wave.objects.filter(study=study)
    stop_on(
        starting_problems(
            state=study.state, waves=waves.count(), languages=study.languages,
            has_draft_version=waves.filter(version__state=VersionState.DRAFT).exists(),
        )
    )  # fmt: skip
    _move(study, (StudyState.DRAFT,), StudyState.RUNNING)
    audit.record("impact_study.study.started", target=study, by=by)


@transaction.atomic
def close_study(*, study: Study, by: User) -> None:
    """End the asking for good: waves close, the plan is locked, and the secret that makes codes is destroyed."""
    now = timezone.now()
    _move(study, CLOSABLE, StudyState.CLOSED, closed_at=now, closed_by=by, secret="")
    begun = Wave.objects.filter(study=study).filter(Q(opens_at__isnull=True) | Q(opens_at__lt=now))
    begun.filter(Q(closes_at__isnull=True) | Q(closes_at__gt=now)).update(closes_at=now, changed_at=now)
    lock_plan(study=study, by=by)
    audit.record("impact_study.study.closed", target=study, by=by)


@transaction.atomic
def archive_study(*, study: Study, by: User) -> None:
    """Put a study away that has ended: it can be read, and does not change any more."""
    _move(study, ENDED, StudyState.ARCHIVED)
    audit.record("impact_study.study.archived", target=study, by=by)


def _move(study: Study, allowed: tuple[str, ...], to: StudyState, **values: Any) -> None:
    moved = Study.objects.filter(pk=study.pk, state__in=allowed)
    if not moved.update(state=to, changed_at=timezone.now(), **values):
        message = _("The study is not in a state for this; somebody may have changed it. Load the page again.")
        raise ProblemsFound([Problem("state", message)])
    study.refresh_from_db()
