"""One log line for each request, and an id that ties everything about it together."""

from __future__ import annotations

import re
import secrets
import time
from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse

GOOD_ID = re.compile(r"[0-9a-f-]{8,64}")

log = structlog.get_logger("request")


def request_line(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Give the request its id (the front's, if it looks like one) and write its line when it is answered."""

    def answer(request: HttpRequest) -> HttpResponse:
        started = time.perf_counter()
        request_id = _request_id(request)
        request.request_id = request_id  # type: ignore[attr-defined]
        with structlog.contextvars.bound_contextvars(request_id=request_id):
            response = get_response(request)
            response["X-Request-ID"] = request_id
            log.info(
                "request",
                method=request.method,
                route=_route(request),
                status=response.status_code,
                ms=round((time.perf_counter() - started) * 1000, 1),
                user=_user_id(request),
            )
        return response

    return answer


def _request_id(request: HttpRequest) -> str:
    given = request.META.get("HTTP_X_REQUEST_ID", "")  # reading it from `headers` would read all of them
    return given if GOOD_ID.fullmatch(given) else secrets.token_hex(16)


def _route(request: HttpRequest) -> str:
    """The pattern of the address, not the address: that may hold the key of an invitation."""
    return request.resolver_match.route if request.resolver_match else ""


def _user_id(request: HttpRequest) -> int | None:
    """Who asked, if the page has looked; asking here would cost every public page a query."""
    user = getattr(request, "_cached_user", None)
    return user.pk if user is not None else None
