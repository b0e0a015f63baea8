"""What the grant agreement says of multiplier events: the sum, and the results with a budget."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from typing import Any

from django.db import transaction

from accounts.models import User
from core import audit
from dissemination.models import GrantedResult, MultiplierAward
from network.models import Output, Project


def award_of(project: Project) -> dict[str, Any]:
    amount = MultiplierAward.objects.filter(project=project).values_list("amount", flat=True).first()
    return {"amount": amount, "results": Output.objects.filter(granted__project=project)}


@transaction.atomic
def set_award(*, project: Project, amount: Decimal | None, results: Collection[Output], by: User) -> None:
    """Write down the sum awarded, if it is known, and which results have a budget in the grant."""
    before = award_of(project)["amount"]
    if amount is None:
        MultiplierAward.objects.filter(project=project).delete()
    else:
        MultiplierAward.objects.update_or_create(project=project, defaults={"amount": amount})
    GrantedResult.objects.in_project(project).exclude(output__in=results).delete()
    GrantedResult.objects.bulk_create(
        [GrantedResult(project=project, output=output) for output in results], ignore_conflicts=True
    )
    audit.record(
        "dissemination.award.set", target=project, by=by, amount=[str(before), str(amount)],
        results=sorted(output.pk for output in results),
    )  # fmt: skip
