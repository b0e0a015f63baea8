"""A bare Django template with one query: the roll-up as a table, and nothing else.

The smallest page that Django can make of the figures: no history, no links, nobody signed in, no middleware. The
board shows some twenty times as much; `page.py` is the bound that shows the same.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine
from django.urls import path

from benchmarks.bounds.rollup import rolled_up

TEMPLATE = """<!DOCTYPE html><html><head><title>Board</title></head><body><table>
{% for category, partner, heads, evidenced, shared in rows %}<tr><td>{{ category }}</td><td>{{ partner }}</td>
<td>{{ heads }}</td><td>{{ evidenced }}</td><td>{{ shared }}</td></tr>
{% endfor %}</table></body></html>"""
COMPILED = Engine().from_string(TEMPLATE)


def page(request: HttpRequest, project: int) -> HttpResponse:
    return HttpResponse(COMPILED.render(Context({"rows": rolled_up(project)})))


urlpatterns = [path("page/<int:project>/", page)]
