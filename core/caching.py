"""Pages that are the same for every stranger may be kept for seconds by the server in front of us."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

View = Callable[..., HttpResponse]


def remembered(*, seconds: int = 5) -> Callable[[View], View]:
    """Let a shared cache keep the page; only for views whose answer holds nothing personal.

    An answer that sets a cookie (a form's protection, a message) or is for somebody signed in is left alone,
    and so is a page that is not a plain success. Browsers ask again each time.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def answering(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            response = view(request, *args, **kwargs)
            if _is_for_everybody(request, response):
                patch_cache_control(response, public=True, max_age=0, s_maxage=seconds)
            return response

        return answering

    return decorate


def _is_for_everybody(request: HttpRequest, response: HttpResponse) -> bool:
    stranger = not request.COOKIES and "HTTP_AUTHORIZATION" not in request.META
    uses_form = "CSRF_COOKIE" in request.META
    plain = request.method in {"GET", "HEAD"} and response.status_code == 200 and not response.cookies
    return stranger and plain and not uses_form and not response.streaming
