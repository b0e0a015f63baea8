"""Where projects stand, category by category, in two statements whatever their number."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from django.db.models import Sum

from core.labels import in_language
from network.models import Category, Project, Tally, TallyDelta
from network.rules.standing import Line

type Partners = Collection[int | None]
WHOLE: Partners = (None,)


def standings(
    projects: Iterable[Project], *, on: date, seen_by: Mapping[int, Partners] | None = None
) -> dict[int, tuple[Line, ...]]:
    """The lines of each project by its id: heads distinct in the project, or those of the partners `seen_by` names.

    The figures are the quota board's, with the targets in force on the day.
    """
    keys = [project.pk for project in projects]
    reached, evidenced = _heads(keys)
    categories, targets = _promised(keys, on)
    lines: dict[int, list[Line]] = {key: [] for key in keys}
    for project, category, code, name, unit in categories:
        partners = (seen_by or {}).get(project, WHOLE)
        mine = [heads for (of, at), heads in targets.items() if of == category and (None in partners or at in partners)]
        lines[project].append(
            Line(
                code=code,
                name=in_language(name) or code,
                unit=unit,
                reached=sum(reached[category, partner] for partner in partners),
                evidenced=sum(evidenced[category, partner] for partner in partners),
                target=sum(mine) if mine else None,
            )
        )
    return {key: tuple(found) for key, found in lines.items()}


def _heads(projects: Collection[int]) -> tuple[Counter[tuple[int, int | None]], Counter[tuple[int, int | None]]]:
    """Heads and evidenced heads by category and partner (None: distinct in the project)."""
    folded, fresh = (
        model.objects.filter(project__in=projects)
        .order_by()
        .values_list("category_id", "partner_id")
        .annotate(all_heads=Sum("heads"), all_evidenced=Sum("evidenced"))
        for model in (Tally, TallyDelta)
    )
    reached: Counter[tuple[int, int | None]] = Counter()
    evidenced: Counter[tuple[int, int | None]] = Counter()
    for category, partner, heads, sound in folded.union(fresh, all=True):  # type: ignore[arg-type]
        reached[category, partner] += heads
        evidenced[category, partner] += sound
    return reached, evidenced


def _promised(
    projects: Collection[int], on: date
) -> tuple[list[tuple[int, int, str, dict[str, str], str]], dict[tuple[int, int], int]]:
    """The categories in their order, and the heads promised by category and partner: the newest version wins."""
    rows = Category.objects.filter(project__in=projects).order_by("order", "pk", "targets__valid_from")
    categories: dict[int, tuple[int, int, str, dict[str, str], str]] = {}
    targets: dict[tuple[int, int], int] = defaultdict(int)
    for project, category, code, name, unit, partner, heads, valid_from in rows.values_list(
        "project_id", "pk", "code", "name", "unit",
        "targets__partner_id", "targets__heads", "targets__valid_from",
    ):  # fmt: skip
        categories[category] = (project, category, code, name, unit)
        if valid_from and valid_from <= on:
            targets[category, partner] = heads
    return list(categories.values()), targets
