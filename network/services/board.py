"""Building the quota board: a constant number of statements whatever the number of participations."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta

from django.db.models import Count, Q, Sum
from django.utils import timezone

from core.labels import in_language
from network.enums import ParticipationState
from network.models import (
    AggregateCount,
    AnswerCount,
    Category,
    Head,
    Participation,
    Partner,
    Period,
    PossibleDuplicate,
    Project,
    Target,
)
from network.rules.board import Board, Column, Counts, Row, judge_row, month_starts
from network.rules.pace import Course
from network.services.tallies import TallyRow, read_tallies

type Place = tuple[int | None, int]


def quota_board(project: Project, *, period: Period | None = None, partner: Partner | None = None) -> Board:
    """The board of today or, with a period, as of its end with the new heads it took in.

    Figures only: whoever belongs to the project may see them. Names are asked for elsewhere.
    """
    as_of = min(timezone.localdate(), period.ends_on) if period else timezone.localdate()
    partners = list(Partner.objects.in_project(project).select_related("organisation").order_by("number"))
    if partner:
        partners = [found for found in partners if found == partner]
    categories = list(Category.objects.in_project(project).order_by("order"))
    tallies = _until(read_tallies(project), project, period)
    months = _months(project, tallies, as_of)
    counts = _gather(project, tallies, months, period=period, as_of=as_of)
    course = Course(project.starts_on, project.ends_on, as_of, project.on_track_from, project.behind_from)
    rows = tuple(_row(category, partners, counts, course) for category in categories)
    return Board(
        project=project.code,
        title=str(project),
        as_of=as_of,
        months=months,
        columns=tuple(
            Column(found.pk, found.number, str(found), found.organisation.country, found.left_on) for found in partners
        ),
        rows=rows,
        period=period.name if period else "",
        period_id=period.pk if period else None,
    )


def _row(category: Category, partners: list[Partner], counts: dict[Place, Counts], course: Course) -> Row:
    own = [counts.get((partner.pk, category.pk), Counts()) for partner in partners]
    whole = counts.get((None, category.pk), Counts())
    alone = len(partners) == 1
    distinct = own[0].reached if alone else whole.reached
    cells, total = judge_row(own, course, distinct=distinct)
    return Row(
        id=category.pk, code=category.code, name=in_language(category.name) or category.code, unit=category.unit,
        cells=cells, total=total, distinct=distinct, distinct_new=own[0].new if alone else whole.new,
        stated_total=None if alone else category.stated_total,
    )  # fmt: skip


def _until(tallies: list[TallyRow], project: Project, period: Period | None) -> list[TallyRow]:
    """Only what was taken in until the end of the period."""
    if period is None:
        return tallies
    counted = set(Period.objects.filter(project=project, starts_on__lte=period.starts_on).values_list("pk", flat=True))
    return [row for row in tallies if row.period in counted]


def _months(project: Project, tallies: list[TallyRow], as_of: date) -> tuple[date, ...]:
    seen = [row.month for row in tallies if row.heads]
    first = min([*seen, project.starts_on or as_of])
    last = max([*seen, min(as_of, project.ends_on or as_of)])
    return month_starts(max(first, last - timedelta(days=366 * 5)), last)


def _gather(
    project: Project, tallies: list[TallyRow], months: tuple[date, ...], *, period: Period | None, as_of: date
) -> dict[Place, Counts]:
    figures: dict[Place, Counter[str]] = defaultdict(Counter)
    lines: dict[Place, list[int]] = defaultdict(lambda: [0] * len(months))
    at = {month: index for index, month in enumerate(months)}
    for row in tallies:
        place = row.partner, row.category
        figures[place].update(reached=row.heads, evidenced=row.evidenced, shared=row.shared)
        if period is None or row.period == period.pk:
            figures[place].update(new=row.heads)
        lines[place][at.get(row.month, 0)] += row.heads
    for name, found in _beside(project, period).items():
        for place, heads in found.items():
            figures[place][name] += heads
    targets: dict[Place, int] = {
        (target.partner_id, target.category_id): target.heads
        for target in Target.objects.in_project(project).in_force(on=as_of)
    }
    places = {*figures, *targets}
    return {
        place: Counts(target=targets.get(place), by_month=tuple(lines[place]), **figures[place]) for place in places
    }


def _beside(project: Project, period: Period | None) -> dict[str, dict[Place, int]]:
    """The columns that are never added to distinct heads."""
    within = Q(period=period) if period else Q()
    records = Participation.objects.in_project(project).order_by().values("partner_id", "category_id")
    unnamed = AggregateCount.objects.in_project(project).filter(within).order_by().values("partner_id", "category_id")
    answers = AnswerCount.objects.filter(partner__project=project).order_by().values("partner_id", "category_id")
    waiting = records.filter(state=ParticipationState.SUBMITTED).annotate(n=Count("pk"))
    late = records.filter(within, is_late=True, state=ParticipationState.VERIFIED).annotate(n=Count("pk"))
    found = {
        "waiting": waiting,
        "late": late,
        "unnamed": unnamed.annotate(n=Sum("heads")),
        "answers": answers.annotate(n=Sum("answers")),
    }
    places = {
        name: {(partner, category): n for partner, category, n in rows.values_list("partner_id", "category_id", "n")}
        for name, rows in found.items()
    }
    return {**places, "duplicates": _open_pairs(project)}


def _open_pairs(project: Project) -> dict[Place, int]:
    """Possible duplicates by cell: pairs of which both sides are counted in it."""
    pairs = list(
        PossibleDuplicate.objects.in_project(project)
        .open()
        .values_list("first_id", "second_id", "first_organisation_id", "second_organisation_id")
    )
    if not pairs:
        return {}
    people = {key for first, second, _o, _p in pairs for key in (first, second) if key}
    organisations = {key for _f, _s, first, second in pairs for key in (first, second) if key}
    cells: dict[tuple[str, int], set[Place]] = defaultdict(set)
    heads = Head.objects.filter(project=project).filter(Q(person__in=people) | Q(organisation__in=organisations))
    for partner, category, person, organisation in heads.values_list(
        "partner_id", "category_id", "person_id", "organisation_id"
    ):
        cells["person" if person else "organisation", person or organisation or 0].add((partner, category))
    found: Counter[Place] = Counter()
    for first, second, first_organisation, second_organisation in pairs:
        one = cells["person", first] if first else cells["organisation", first_organisation or 0]
        other = cells["person", second] if second else cells["organisation", second_organisation or 0]
        found.update(one & other)
    return dict(found)
