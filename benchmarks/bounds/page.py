"""A Django page with one query: the same tables as the board's, rendered each time from the roll-up by month.

Fair, because it is what a good Django programmer would write for figures that are there already: every figure a link,
a history drawn from the months. It signs nobody in, asks nobody's rights, knows no language, no menu, no target, no
pace and no forecast; where its page is shorter than the board's, a fixed text makes up for it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine
from django.urls import path

SQL = """
SELECT category_id, partner_id, month, sum(heads), sum(evidenced), sum(shared), sum(waiting) FROM (
    SELECT category_id, partner_id, month, heads, evidenced, shared, waiting FROM network_tally WHERE project_id = %s
    UNION ALL
    SELECT category_id, partner_id, month, heads, evidenced, shared, waiting FROM network_tallydelta
    WHERE project_id = %s
) both_tables GROUP BY category_id, partner_id, month ORDER BY category_id, partner_id, month
"""
TEMPLATE = """<!DOCTYPE html><html><head><title>Board</title></head><body><table>
{% for cell in cells %}<td><a class="figure" href="/board/{{ cell.category }}/{{ cell.partner }}/">
<strong>{{ cell.reached }}</strong> / 50</a><span class="state">{% if cell.reached > 50 %}reached{% else %}behind
{% endif %}</span></td>{% endfor %}</table><table>
{% for cell in cells %}<tr><th scope="row">{{ cell.partner }}</th><td class="number">50</td>
<td class="number"><a href="/board/{{ cell.category }}/{{ cell.partner }}/?show=reached">{{ cell.reached }}</a></td>
<td class="number"><a href="/board/{{ cell.category }}/{{ cell.partner }}/?show=evidenced">{{ cell.evidenced }}</a></td>
<td class="number"><a href="/board/{{ cell.category }}/{{ cell.partner }}/?show=shared">{{ cell.shared }}</a></td>
<td class="number"><a href="/board/{{ cell.category }}/{{ cell.partner }}/?show=waiting">{{ cell.waiting }}</a></td>
<td><svg viewBox="0 0 96 24"><path d="M0 0{% for x, y in cell.line %}L{{ x }} {{ y }}{% endfor %}"/></svg></td>
<td>{% if cell.reached > 50 %}reached{% else %}behind{% endif %}</td></tr>
{% endfor %}</table><!-- {{ filling }} --></body></html>"""
COMPILED = Engine().from_string(TEMPLATE)
PAGE = 68_000


def cells(project: int) -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(SQL, [project, project])
        rows = cursor.fetchall()
    found: dict[tuple[int, int | None], dict[str, Any]] = defaultdict(
        lambda: {"reached": 0, "evidenced": 0, "shared": 0, "waiting": 0, "line": []}
    )
    for category, partner, _month, heads, evidenced, shared, waiting in rows:
        cell = found[category, partner]
        cell["reached"] += int(heads)
        cell["evidenced"] += int(evidenced)
        cell["shared"] += int(shared)
        cell["waiting"] += int(waiting)
        cell["line"].append((len(cell["line"]) * 4, cell["reached"]))
    return [{"category": key[0], "partner": key[1] or 0, **cell} for key, cell in found.items()]


def page(request: HttpRequest, project: int) -> HttpResponse:
    shown = cells(project)
    filling = "x" * max(0, PAGE - 690 * len(shown))
    return HttpResponse(COMPILED.render(Context({"cells": shown, "filling": filling})))


def figures(request: HttpRequest, project: int) -> HttpResponse:
    return HttpResponse(json.dumps(cells(project)), content_type="application/json")


urlpatterns = [path("page/<int:project>/", page), path("json/<int:project>/", figures)]
