"""Other views of the list of organisations: on the map, by relationships, by importance and interest."""

from __future__ import annotations

from typing import Any

from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import jobs
from core.charts import ChartSpec, Kind
from core.requests import SignedInRequest
from network.countries import country_name
from network.graph_jobs import DRAW
from network.guards import in_project
from network.listings.organisations import OrganisationFilter
from network.models import Organisation, Project, Relationship, StakeholderRating
from network.rules.graph import HEIGHT, WIDTH
from network.services.graph import Graph, graph_of
from network.views.organisations import trail

HIGH = 4  # from which figure on importance and interest are high
LABELLED = 60  # so many names fit on the sheet; more are read in the table
CLOSE = (240, 40)  # so near two names would lie on each other
BOUNDS = (5, 20, 50, 100)


def _page(request: SignedInRequest, project: Project, name: str, title: str, **context: Any) -> HttpResponse:
    context |= {"project": project, "query": request.GET.urlencode(), "trail": trail(project, (title, ""))}
    return render(request, f"network/organisation_{name}.html", context)


def _found(request: SignedInRequest, project: Project) -> OrganisationFilter:
    rows = Organisation.objects.visible_to(request.user).in_project(project).canonical()
    return OrganisationFilter(request.GET, queryset=rows, project=project)


@in_project("network.view_organisation")
def organisation_map(request: SignedInRequest, project: Project) -> HttpResponse:
    """Countries shaded by how many organisations are there; beside it every region and town with its number."""
    filters = _found(request, project)
    rows = filters.qs.order_by().values("country", "region", "city").annotate(number=Count("pk", distinct=True))
    places = sorted(
        ({**row, "name": country_name(row["country"]) or _("Country not known")} for row in rows),
        key=lambda row: (row["country"] == "", row["name"], row["region"], row["city"]),
    )
    countries: dict[tuple[str, str], int] = {}
    for row in places:
        countries[row["country"], row["name"]] = countries.get((row["country"], row["name"]), 0) + row["number"]
    context = {"filters": filters, "places": places, "spec": _map(countries)}
    return _page(request, project, "map", _("Map"), **context)


def _map(countries: dict[tuple[str, str], int]) -> ChartSpec | None:
    known = [(code, name, number) for (code, name), number in countries.items() if code]
    if not known:
        return None
    return ChartSpec(
        kind=Kind.MAP, title=_("Organisations by country"), series=(_("Organisations"),), bounds=BOUNDS,
        categories=tuple(name for _code, name, _number in known), codes=tuple(code for code, _name, _number in known),
        values=tuple((number,) for _code, _name, number in known),
        missing=sum(number for (code, _name), number in countries.items() if not code) or None,
    )  # fmt: skip


@in_project("network.view_organisation")
def organisation_graph(request: SignedInRequest, project: Project) -> HttpResponse:
    """Who stands how to whom, drawn for the organisations that the filter leaves, and as a table."""
    filters, graph = _found(request, project), graph_of(project)
    chosen = set(filters.qs.order_by().values_list("pk", flat=True))
    related = Relationship.objects.in_project(project).filter(source__in=chosen, target__in=chosen)
    context = {
        "filters": filters,
        "relationships": related.select_related("source", "target")[:500],
        "graph": graph,
        "drawing": _drawing(graph, chosen),
    }
    return _page(request, project, "graph", _("Relationships"), **context)


def _drawing(graph: Graph, chosen: set[int]) -> dict[str, Any] | None:
    """Circles, lines and names with their places; None while there is nothing to draw."""
    if not graph.places:
        return None
    spots = {pk: spot for pk, spot in graph.places.items() if pk in chosen}
    lines = [(*spots[a], *spots[b]) for a, b in graph.edges if a in spots and b in spots]
    joined = {pk for a, b in graph.edges if a in spots and b in spots for pk in (a, b)}
    names = {one.pk: str(one) for one in Organisation.objects.filter(pk__in=joined)}
    nodes = [
        {"x": spots[pk][0], "y": spots[pk][1], "name": name[:40], "back": spots[pk][0] > WIDTH * 0.7,
         "below": _is_close_under(pk, spots)}
        for pk, name in names.items()
    ]  # fmt: skip
    return {"nodes": nodes, "lines": lines, "named": len(nodes) <= LABELLED, "width": WIDTH, "height": HEIGHT}


def _is_close_under(pk: int, spots: dict[int, tuple[float, float]]) -> bool:
    """Whether another one stands just above, so that the name goes below the circle."""
    x, y = spots[pk]
    return any(
        abs(x - other_x) < CLOSE[0] and (0 < y - other_y < CLOSE[1] or (y == other_y and other < pk))
        for other, (other_x, other_y) in spots.items()
        if other != pk
    )


@require_POST
@in_project("network.view_relationship")
def graph_draw(request: SignedInRequest, project: Project) -> HttpResponse:
    return redirect(jobs.start(DRAW, by=request.user, project=project, key=f"graph-{project.pk}", of=project.pk))


@in_project("network.view_organisation")
def organisation_grid(request: SignedInRequest, project: Project) -> HttpResponse:
    """Four fields: how important an organisation is, and how interested."""
    filters = _found(request, project)
    rated = StakeholderRating.objects.in_project(project).filter(organisation__in=filters.qs.order_by().values("pk"))
    fields = {
        (True, True): (_("Work closely together"), _("important and interested")),
        (True, False): (_("Win over"), _("important, less interested")),
        (False, True): (_("Keep informed"), _("interested, less important")),
        (False, False): (_("Keep in view"), _("less important, less interested")),
    }
    found: dict[tuple[bool, bool], list[StakeholderRating]] = {key: [] for key in fields}
    for rating in rated.select_related("organisation").order_by("-importance", "-interest", "organisation__name_key"):
        found[rating.importance >= HIGH, rating.interest >= HIGH].append(rating)
    squares = [(title, words, found[key]) for key, (title, words) in fields.items()]
    context = {"filters": filters, "squares": squares, "rated": sum(map(len, found.values()))}
    return _page(request, project, "grid", _("Importance and interest"), **context)
