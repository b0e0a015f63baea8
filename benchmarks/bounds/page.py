"""A Django page with one query: the roll-up in a template that writes as much HTML as the board does.

Fair, because it is what a good Django programmer would write for figures that are there already. It signs nobody in,
asks nobody's rights, knows no language and no menu; what its cells lack in length is one fixed text.
"""

from __future__ import annotations

import json

from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine
from django.urls import path

from benchmarks.bounds.rollup import rolled_up

TEMPLATE = """<!DOCTYPE html><html><head><title>Board</title></head><body><table>
{% for category, partner, heads, evidenced, shared in rows %}<tr><th>{{ category }}</th><td>{{ partner }}</td>
<td><a href="/board/{{ category }}/{{ partner }}/?show=reached">{{ heads }}</a></td>
<td><a href="/board/{{ category }}/{{ partner }}/?show=evidenced">{{ evidenced }}</a></td>
<td><a href="/board/{{ category }}/{{ partner }}/?show=shared">{{ shared }}</a></td>
<td>{% if heads > 50 %}reached{% else %}behind{% endif %}</td><td>{{ filling }}</td></tr>
{% endfor %}</table></body></html>"""
COMPILED = Engine().from_string(TEMPLATE)
SIZE = {"page": 70_000, "json": 10_000}


def page(request: HttpRequest, project: int) -> HttpResponse:
    rows = rolled_up(project)
    filling = "x" * (SIZE["page"] // max(1, len(rows)) - 330)
    return HttpResponse(COMPILED.render(Context({"rows": rows, "filling": filling})))


def figures(request: HttpRequest, project: int) -> HttpResponse:
    rows = [[*map(int, (c, p or 0, *sums)), [0] * 90] for c, p, *sums in rolled_up(project)]
    return HttpResponse(json.dumps(rows), content_type="application/json")


urlpatterns = [path("page/<int:project>/", page), path("json/<int:project>/", figures)]
