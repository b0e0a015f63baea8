"""What crawlers and browsers ask for by fixed addresses."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import cache_control

from core.caching import remembered
from core.guards import public
from portal.sitemap import entries

CLOSED = ("/*/accounts/", "/*/workspace/", "/*/projects/", "/*/jobs/", "/*/admin/", "/api/", "/theme/")
PETROL = "#0E4F5F"
PAPER = "#FBFAF6"


@public
@cache_control(public=True, max_age=3600)
def robots(request: HttpRequest) -> HttpResponse:
    """Public pages may be read by machines; rooms behind the sign-in and forms need not be."""
    closed = [f"Disallow: {path}" for path in CLOSED]
    lines = ["User-agent: *", *closed, f"Sitemap: {settings.SITE_URL}{reverse('machines:sitemap')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain")


@public
@remembered(seconds=60)
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public page in the languages that are complete, each with its twins."""
    return render(request, "portal/sitemap.xml", {"entries": entries()}, content_type="application/xml")


@public
@cache_control(public=True, max_age=3600)
def manifest(request: HttpRequest) -> HttpResponse:
    """Lets a phone keep the site on its home screen under its own sign."""
    answer = {
        "name": settings.SITE_NAME,
        "short_name": settings.SITE_NAME,
        "start_url": "/",
        "display": "browser",
        "background_color": PAPER,
        "theme_color": PETROL,
        "icons": [{"src": static("img/favicon.svg"), "sizes": "any", "type": "image/svg+xml"}],
    }
    return JsonResponse(answer, content_type="application/manifest+json")


@public
@cache_control(public=True, max_age=86400)
def favicon(request: HttpRequest) -> HttpResponse:
    """For browsers that ask at the old address."""
    return HttpResponsePermanentRedirect(static("img/favicon.svg"))
