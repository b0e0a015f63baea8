"""Parts of a run whose people differ by few from another part's, of this run or an earlier one of the study."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Count

from impact_study.models import AnalysisRun, Response, Study
from impact_study.rules.disclosure import view_problems
from impact_study.rules.disclosure.differencing import Filter, Group
from impact_study.services.minima import minimum_of

FACTS = ("group", "partner", "country", "language")


def too_near(run: AnalysisRun, results: Iterable[Mapping[str, Any]]) -> set[str]:
    """Keys of results that would tell of few people beside what their readers see elsewhere."""
    results = list(results)
    sizes, k = sizes_of(run.study), minimum_of(run.study)
    whole_groups = dict.fromkeys(tuple(each["groups"]) for each in results)
    seen = [*seen_before(run), *((groups, (), (), ()) for groups in whole_groups)]
    verdicts: dict[Filter, bool] = {}
    found = set()
    for each in results:
        view = view_of(each)
        if view is None:
            continue
        if view not in verdicts:
            codes = {problem.code for problem in view_problems(sizes, view, seen, k)}
            verdicts[view] = "view_too_near" in codes
            if not codes:
                seen.append(view)
        if verdicts[view]:
            found.add(str(each["key"]))
    return found


def grown_by_few(run: AnalysisRun, results: Iterable[Mapping[str, Any]]) -> set[str]:
    """Keys of results whose people are, but for a few, those an earlier run told of on another snapshot."""
    earlier = AnalysisRun.objects.filter(study=run.study, number__lt=run.number).exclude(snapshot=run.snapshot_id)
    told: dict[str, set[int]] = {}
    withdrawn = False
    for found, since in earlier.values_list("results", "snapshot__withdrawn_since"):
        withdrawn = withdrawn or bool(since)
        for each in found:
            if each["n"] is not None:
                told.setdefault(each["key"], set()).add(each["n"])
    least = 0 if withdrawn else 1  # as many as before need not be the same people once some have withdrawn
    k = minimum_of(run.study)
    return {
        str(each["key"])
        for each in results
        if any(least <= abs(each["n"] - n) < k for n in told.get(str(each["key"]), ()))
    }


def view_of(finding: Mapping[str, Any]) -> Filter | None:
    """The filters of a part; nothing for what tells of whole groups, whom every reader knows."""
    if not {"partner", "country", "language"} & set(finding["where"]):
        return None
    chosen = {"group": tuple(finding["groups"]), **{name: (value,) for name, value in finding["where"].items()}}
    return tuple(chosen.get(fact, ()) for fact in FACTS)


def seen_before(run: AnalysisRun) -> list[Filter]:
    earlier = AnalysisRun.objects.filter(study=run.study, number__lt=run.number).values_list("results", flat=True)
    views = (view_of(each) for results in earlier for each in results if each["n"] is not None)
    return list(dict.fromkeys(view for view in views if view is not None))


def sizes_of(study: Study) -> dict[Group, int]:
    """How many people answered, by their places: those of the largest wave, for the waves ask the same people."""
    places = ("wave__group", "partner__organisation__name", "country", "language")
    rows = Response.objects.filter(study=study).complete().values_list(*places, "wave__kind").order_by()
    sizes: dict[Group, int] = {}
    for *place, _kind, people in rows.annotate(people=Count("pk")):
        sizes[tuple(place)] = max(sizes.get(tuple(place), 0), people)
    return sizes
