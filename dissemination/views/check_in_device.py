"""What the check-in page keeps on the device at the door, so that it opens without a connection."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from core.requests import SignedInRequest
from dissemination.models import Event
from dissemination.services.door_counts import counts
from dissemination.views.check_in import PERMISSION
from network.guards import in_project

WORKER = settings.BASE_DIR / "static" / "js" / "check_in_worker.js"


@in_project(PERMISSION, Event)
def check_in_copy(request: SignedInRequest, event: Event) -> HttpResponse:
    """The check-in page with nobody on it: a device finds the names in its own list."""
    context = {"event": event, "sessions": event.sessions.all(), "counts": counts(event)}
    return render(request, "dissemination/check_in.html", context)


@in_project(PERMISSION, Event)
def check_in_worker(request: SignedInRequest, event: Event) -> HttpResponse:
    """The script that answers without a connection. It may speak for the pages below its own address only."""
    return HttpResponse(WORKER.read_bytes(), content_type="text/javascript; charset=utf-8")
