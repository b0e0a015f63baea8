"""What a study will compute, said beforehand: versions of its plan, locked at closing, deviations with their reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, ProblemsFound, stop_on
from impact_study.enums import StudyState
from impact_study.models import AnalysisPlan, Study
from impact_study.rules.analysable import analysable
from impact_study.rules.default_plan import default_plan
from impact_study.rules.plan import Plan
from impact_study.rules.plan_problems import plan_problems
from impact_study.services.codebooks import codebook_of

ASKING = (StudyState.DRAFT, StudyState.RUNNING)


def newest_plan(study: Study) -> AnalysisPlan | None:
    return AnalysisPlan.objects.filter(study=study).order_by("-number").first()


def plan_of(*, study: Study, by: User | None) -> AnalysisPlan:
    """The newest version; where there is none yet, one made from the questionnaires."""
    return newest_plan(study) or begin_plan(study=study, by=by)


def begin_plan(*, study: Study, by: User | None) -> AnalysisPlan:
    """Write down what the questionnaires suggest, once a study. Raises ProblemsFound when nothing is asked yet."""
    book = codebook_of(study)
    if not book["variables"]:
        raise ProblemsFound([Problem("no_questions", _("The study has no wave with questions yet."))])
    content = default_plan(book, study.linkage).to_data()  # type: ignore[arg-type]
    with transaction.atomic():
        Study.objects.select_for_update().get(pk=study.pk)
        return newest_plan(study) or _written(study, content, "", by)


def write_plan(*, study: Study, content: Mapping[str, Any], reason: str, seen: int, by: User | None) -> AnalysisPlan:
    """The next version of a plan. After closing it is a deviation and needs a reason. Raises ProblemsFound.

    `seen` is the number of the version that was edited: somebody else's newer one is not passed over.
    """
    plan = Plan.from_data(content)
    problems = plan_problems(plan, analysable(codebook_of(study)))
    if study.state == StudyState.ARCHIVED:
        problems.append(Problem("state", _("The study is archived: it does not change any more.")))
    if study.state not in ASKING and not reason.strip():
        message = _("After closing, a change of the plan is a deviation: say why it is needed.")
        problems.append(Problem("reason", message, field="reason"))
    stop_on(problems)
    with transaction.atomic():
        Study.objects.select_for_update().get(pk=study.pk)
        newest = newest_plan(study)
        if newest is not None and newest.number != seen:
            message = _("Version %(number)d was written meanwhile; look at it first.") % {"number": newest.number}
            raise ProblemsFound([Problem("conflict", message)])
        return _written(study, plan.to_data(), reason.strip(), by)


@transaction.atomic
def lock_plan(*, study: Study, by: User | None) -> None:
    """From here on the newest plan is what was said beforehand; any later one is a deviation."""
    newest = newest_plan(study)
    if newest is not None and newest.locked_at is None:
        AnalysisPlan.objects.filter(pk=newest.pk).update(locked_at=timezone.now(), changed_at=timezone.now())
        audit.record("impact_study.plan.locked", target=newest, by=by, project=study.project_id)


@transaction.atomic
def _written(study: Study, content: Mapping[str, Any], reason: str, by: User | None) -> AnalysisPlan:
    last = AnalysisPlan.objects.filter(study=study).aggregate(last=Max("number"))["last"] or 0
    is_deviation = AnalysisPlan.objects.filter(study=study, locked_at__isnull=False).exists()
    plan = AnalysisPlan.objects.create(
        study=study, number=last + 1, content=content, reason=reason, is_deviation=is_deviation, made_by=by
    )
    audit.record(
        "impact_study.plan.written", target=plan, by=by, project=study.project_id, number=plan.number,
        is_deviation=is_deviation,
    )  # fmt: skip
    return plan
