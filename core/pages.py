"""A page whole, or the part of it that htmx asked for; and what stopped an act, told on the next page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from core.problems import ProblemsFound


def page(
    request: HttpRequest, template: str, context: Mapping[str, Any], *, partial: str = "", status: int = 200
) -> HttpResponse:
    """Render the template, or only its named partial for an htmx request (a boosted one gets the page)."""
    details = getattr(request, "htmx", None)
    name = f"{template}#{partial}" if partial and details and not details.boosted else template
    response = render(request, name, dict(context), status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response


def tell(request: HttpRequest, found: ProblemsFound) -> None:
    """For an act without a form of its own, such as a button."""
    for problem in found.problems:
        messages.error(request, f"{problem.message} {problem.remedy}".strip())
