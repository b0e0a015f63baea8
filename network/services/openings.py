"""Opening a figure of the board down to the subjects, records and files behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from network.enums import ParticipationState
from network.models import (
    AggregateCount,
    AnswerCount,
    Category,
    Evidence,
    Head,
    Participation,
    Partner,
    Period,
    Person,
)
from network.scope import Asker

FIGURES: dict[str, str | Promise] = {
    "reached": _("Reached"),
    "evidenced": _("Evidenced"),
    "missing": _("Reached without sound evidence"),
    "shared": _("Shared with another partner"),
    "waiting": _("Waiting for verification"),
    "unnamed": _("Heads without names"),
    "answers": _("Survey answers"),
}
HEADS = {"reached", "evidenced", "missing", "shared"}


@dataclass
class HeadLine:
    """One counted subject with the verified records that make it count. Without a right to the name: none."""

    head: Head
    subject: Any
    records: list[Participation] = field(default_factory=list)


@dataclass
class Opening:
    """The rows behind a figure; `complete` fills in names and records of one page of them."""

    kind: str
    rows: QuerySet[Any]
    complete: Callable[[Iterable[Any]], list[Any]]


def opened(figure: str, *, category: Category, partner: Partner | None, period: Period | None, user: Asker) -> Opening:
    """What stands behind a figure of a cell, or of a whole category without a partner."""
    place: dict[str, Any] = {"category": category} | ({"partner": partner} if partner else {})
    if figure in HEADS:
        heads = Head.objects.filter(project=category.project_id, **place).order_by("first_on", "pk")
        heads = heads.prefetch_related("partner__organisation", "period")
        if period:
            heads = heads.filter(period=period)
        narrowed = {
            "reached": heads,
            "evidenced": heads.filter(is_evidenced=True),
            "missing": heads.filter(is_evidenced=False),
            "shared": heads.filter(is_shared=True),
        }[figure]
        return Opening("heads", narrowed, lambda page: head_lines(page, user))
    if figure == "waiting":
        records = Participation.objects.visible_to(user).filter(state=ParticipationState.SUBMITTED, **place)
        return Opening("records", with_proof(records), list)
    if figure == "unnamed":
        unnamed = AggregateCount.objects.filter(**place).select_related("occasion", "evidence", "partner__organisation")
        return Opening("unnamed", unnamed.filter(period=period) if period else unnamed, list)
    answers = AnswerCount.objects.filter(**place).select_related("partner__organisation").order_by("partner", "wave")
    return Opening("answers", answers, list)


def with_proof(records: QuerySet[Participation]) -> QuerySet[Participation]:
    """Records with all that a line about them shows, in a constant number of statements.

    What many records share is fetched by itself: planning nine tables at once costs more than eight statements.
    """
    told = with_place(records.select_related("person", "organisation"))
    return told.prefetch_related("partner__organisation", "category", "organisation_then")


def with_place(records: QuerySet[Participation]) -> QuerySet[Participation]:
    """Records with their occasion and the files that prove them."""
    proofs = Prefetch("evidence", Evidence.objects.order_by("pk").prefetch_related("project"))
    return records.prefetch_related("project", "occasion", proofs)


def head_lines(heads: Iterable[Head], user: Asker) -> list[HeadLine]:
    """Heads with their names and records, as far as the user may see them."""
    listed = list(heads)
    people = Person.objects.visible_to(user).in_bulk([head.person_id for head in listed if head.person_id])
    records = (
        Participation.objects.visible_to(user)
        .verified()
        .filter(
            category__in={head.category_id for head in listed},
            partner__in={head.partner_id for head in listed},
        )
    )
    if any(head.person_id for head in listed):
        records = records.filter(person__in=[head.person_id for head in listed])
    else:
        records = records.filter(organisation__in=[head.organisation_id for head in listed])
    by_head: dict[tuple[Any, ...], list[Participation]] = defaultdict(list)
    organisations = {}
    for record in with_place(records.select_related("organisation")).order_by("held_on", "pk"):
        by_head[record.partner_id, record.category_id, record.person_id, record.organisation_id].append(record)
        organisations[record.organisation_id] = record.organisation
    return [
        HeadLine(
            head=head,
            subject=people.get(head.person_id) if head.person_id else organisations.get(head.organisation_id),
            records=by_head[head.partner_id, head.category_id, head.person_id, head.organisation_id],
        )
        for head in listed
    ]
