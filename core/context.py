"""What every template may ask for. Lists are made only when a template asks, so that partials cost nothing."""

from __future__ import annotations

from functools import partial

from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import resolve_url

from core import navigation

THEMES = ("system", "light", "dark")


def house(request: HttpRequest) -> dict[str, object]:
    theme = request.COOKIES.get("theme", "system")
    return {
        "site_name": settings.SITE_NAME,
        "is_demo": settings.DEMO,
        "theme": theme if theme in THEMES else "system",
        "themes": THEMES,
        "home_url": partial(resolve_url, settings.LOGOUT_REDIRECT_URL),
        "workspace_url": partial(resolve_url, settings.LOGIN_REDIRECT_URL),
        "open_signup": settings.OPEN_SIGNUP,
        "project": getattr(request, "project", None),
        "projects": partial(navigation.projects, request),
        "public_nav": partial(navigation.links, request, "public"),
        "more_nav": partial(navigation.links, request, "more"),
        "workspace_nav": partial(navigation.links, request, "workspace"),
        "account_links": partial(navigation.links, request, "account"),
        "footer_links": partial(navigation.links, request, "footer"),
    }
