"""The pages for what went wrong."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return failed(request, "400.html", 400)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return failed(request, "403.html", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return failed(request, "404.html", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    return failed(request, "500.html", 500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return failed(request, "403_csrf.html", 403)


def failed(request: HttpRequest, template: str, status: int) -> HttpResponse:
    """The page; programs get the same in the shape of all their errors."""
    if not request.path.startswith("/api/"):
        return render(request, template, status=status)
    told = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": "", "problems": []}
    return JsonResponse(told, status=status, content_type="application/problem+json")
