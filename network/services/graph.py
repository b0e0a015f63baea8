"""The drawing of a project's relationships: worked out once for the same relations, then kept in the cache."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from django.core.cache import cache

from network.models import Project, Relationship
from network.rules.graph import Edge, Place, chosen_nodes, layout

AT_ONCE = 40  # so few are laid out while the page is asked for
KEPT = 30 * 24 * 3600


@dataclass(frozen=True)
class Graph:
    """Where the nodes stand; None while a worker has not worked it out."""

    edges: list[Edge]
    nodes: list[int]
    left_out: int
    places: dict[int, Place] | None


def graph_of(project: Project) -> Graph:
    """All relations of the project; pages draw the part that their filter leaves."""
    pairs = Relationship.objects.in_project(project).order_by("pk").values_list("source_id", "target_id")
    edges = sorted(set(pairs))
    nodes, left_out = chosen_nodes(edges)
    key = _key(project, edges)
    places: dict[int, Place] | None = cache.get(key)
    if places is None and len(nodes) <= AT_ONCE:
        places = layout(nodes, edges)
        cache.set(key, places, KEPT)
    return Graph(edges, nodes, left_out, places)


def draw_graph(project: Project) -> int:
    """Work the places out and keep them; says how many stand on the sheet."""
    graph = graph_of(project)
    if graph.places is None:
        cache.set(_key(project, graph.edges), layout(graph.nodes, graph.edges), KEPT)
    return len(graph.nodes)


def _key(project: Project, edges: list[Edge]) -> str:
    return f"graph:{project.pk}:{sha256(repr(edges).encode()).hexdigest()[:32]}"
