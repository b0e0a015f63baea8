"""What every template may ask for."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

THEMES = ("system", "light", "dark")


def house(request: HttpRequest) -> dict[str, object]:
    theme = request.COOKIES.get("theme", "system")
    return {
        "site_name": settings.SITE_NAME,
        "theme": theme if theme in THEMES else "system",
        "themes": THEMES,
        "project": getattr(request, "project", None),
    }
