"""Pages as they were drawn last, for strangers: only tokens differ from one visitor to the next."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any
from urllib.parse import quote
from uuid import uuid4

from django.conf import settings
from django.db.models import Exists, F, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.utils import timezone
from django.utils.translation import get_language

from core.prepared import Compiled
from core.remembered import Remembered
from dissemination.models import Event, Seats
from dissemination.services.registering import WINDOW, open_problem

KEY, TOKEN, SAID = (f"{'f' * 30}-{name}" for name in ("key", "token", "said"))
_pages: Remembered[str] = Remembered(200)


def _at_the_door(code: str, event: int) -> QuerySet[Event]:
    full = Seats.objects.filter(event=OuterRef("pk")).exclude(pk__in=Seats.objects.free())
    facts = {
        "project_at": F("project__changed_at"), "organisation_at": F("partner__organisation__changed_at"),
        "on_site_full": Exists(full.filter(mode="on_site")), "virtual_full": Exists(full.filter(mode="virtual")),
    }  # fmt: skip
    known = Event.objects.public().filter(project__code=code, pk=event).only("changed_at", *WINDOW)
    return known.annotate(**facts).order_by()


_doors = Compiled(_at_the_door, code="?code", event=-1)


def page_key(code: str, event: int) -> Hashable | None:
    """All that the page is drawn from, in one statement; None while nobody can register."""
    found: Any = _doors.first(code=code, event=event)
    if found is None or open_problem(found):
        return None
    facts = (found.changed_at, found.project_at, found.organisation_at, found.on_site_full, found.virtual_full)
    # What else it shows, the project's categories, is at most a minute old.
    return (get_language(), timezone.now().replace(second=0, microsecond=0), found.pk, *facts)


def is_for_everybody(request: HttpRequest, *asked: str) -> bool:
    """Nothing on the page is this visitor's own: no session, no theme, no question in the address but those named."""
    return set(request.COOKIES) <= {settings.CSRF_COOKIE_NAME} and set(request.GET) <= set(asked)


def kept_page(key: Hashable, draw: Callable[[], str]) -> str:
    """The page that was drawn for the key, or is drawn now."""
    return _pages.get(key, draw)


def page_for(request: HttpRequest, key: Hashable, draw: Callable[[], str]) -> HttpResponse:
    """The page with this visitor's tokens in the places that were left for them."""
    text = kept_page(key, draw)
    return HttpResponse(text.replace(KEY, uuid4().hex).replace(TOKEN, get_token(request)))


def outcome_for(key: Hashable, draw: Callable[[], str], *, said: str) -> HttpResponse:
    """What came of a registration; links to other languages say so again."""
    text = kept_page(("outcome", key), draw)
    return HttpResponse(text.replace(SAID, quote(said)))
