"""Occasions and the heads without names that were counted at them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, stop_on
from network.models import AggregateCount, Category, Evidence, Occasion, Partner, Period, Project
from network.rules.participation import day_problems
from network.rules.periods import taking_in

ASK_ABOVE = 10_000


@transaction.atomic
def create_occasion(*, project: Project, by: User | None, held_on: date, **fields: Any) -> Occasion:
    """Write the card of something people took part in. A day to come is refused: nobody has taken part yet."""
    today = timezone.localdate()
    stop_on(day_problems(held_on=held_on, today=today, starts_on=project.starts_on, ends_on=project.ends_on))
    occasion = Occasion.objects.create(project=project, held_on=held_on, **fields)
    audit.record("network.occasion.created", target=occasion, by=by)
    return occasion


@transaction.atomic
def count_unnamed(
    *, occasion: Occasion, partner: Partner, category: Category, heads: int, evidence: Evidence, reason: str, by: User,
    confirmed: bool = False,
) -> AggregateCount:  # fmt: skip
    """Count heads without names, in a column of their own. Raises ProblemsFound."""
    found = [
        Problem("foreign", _("This belongs to another project."), field=name)
        for name, thing in (("partner", partner), ("category", category), ("evidence", evidence))
        if thing.project_id != occasion.project_id
    ]
    if not category.allows_unnamed:
        found.append(Problem("named_only", _("This category counts named heads only."), field="category"))
    if heads < 1:
        found.append(Problem("heads", _("Give a whole number above zero."), field="heads"))
    if heads > ASK_ABOVE and not confirmed:
        found.append(Problem("confirm", _("More than 10 000 heads: confirm the number."), field="confirmed"))
    stop_on(found)
    period, _late = taking_in(Period.objects.filter(project=occasion.project_id), occasion.held_on)
    count = AggregateCount.objects.create(
        occasion=occasion, partner=partner, category=category, heads=heads, evidence=evidence, reason=reason,
        period=period, recorded_by=by,
    )  # fmt: skip
    audit.record("network.unnamed.counted", target=count, by=by, project=occasion.project_id, heads=heads)
    return count
