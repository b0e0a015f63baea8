"""What the site says of itself: accessibility, privacy, licences."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from core.caching import remembered
from core.guards import public
from portal import accessibility as statement
from portal.licences import borrowed
from portal.privacy import purposes


@public
@remembered(seconds=60)
def accessibility(request: HttpRequest) -> HttpResponse:
    """What was checked, what is known to be missing, whom to tell."""
    found = {"checked": statement.CHECKED, "gaps": statement.GAPS, "reviewed_on": statement.REVIEWED_ON}
    return _page(request, "accessibility", _("Accessibility"), answer_within=statement.ANSWER_WITHIN_DAYS, **found)


@public
@remembered(seconds=60)
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept of people, why, how long, and what they may ask."""
    return _page(request, "privacy", _("Privacy"), purposes=purposes())


@public
@remembered(seconds=60)
def licences(request: HttpRequest) -> HttpResponse:
    """Under which licences the contents, the software and the borrowed parts stand."""
    licence = {"licence": settings.CONTENT_LICENCE, "licence_url": settings.CONTENT_LICENCE_URL}
    return _page(request, "licences", _("Licences"), borrowed=borrowed(), **licence)


def _page(request: HttpRequest, name: str, title: str | Promise, **found: Any) -> HttpResponse:
    about = {"operator": settings.OPERATOR, "contact": settings.CONTACT_EMAIL}
    trail = [(_("Home"), reverse("portal:home")), (title, "")]
    return render(request, f"portal/{name}.html", {**about, **found, "trail": trail})
