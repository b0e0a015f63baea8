"""The "Django template with one query" for a public page: one event, read and written into a small template.

Fair, because it knows no language, no menu, no seats, no programme and no schema.org; no middleware stands before it.
"""

from __future__ import annotations

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine
from django.urls import path

QUERY = "SELECT title, venue, address, country, starts_at, ends_at, mode FROM dissemination_event WHERE id = %s"
PAGE = Engine().from_string(
    '<!DOCTYPE html><html lang="en"><title>{{ title }}</title><h1>{{ title }}</h1><p>{{ venue }}, {{ address }},'
    " {{ country }}</p><p>{{ starts_at }} – {{ ends_at }}</p><p>{{ mode }}</p></html>"
)
NAMES = ("title", "venue", "address", "country", "starts_at", "ends_at", "mode")


def page(request: HttpRequest, event: int) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute(QUERY, [event])
        row = cursor.fetchone()
    return HttpResponse(PAGE.render(Context(dict(zip(NAMES, row, strict=True)))))


urlpatterns = [path("event/<int:event>/", page)]
