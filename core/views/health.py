"""What watchers ask: does the process live, and can it serve?"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from core import readiness
from core.guards import public

RETRY_AFTER = "10"


@public
@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers; nothing else is touched."""
    return HttpResponse("ok", content_type="text/plain")


@public
@never_cache
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """One word for strangers, every part for who brings the token of the installation."""
    state = readiness.state()
    ready = set(state.values()) == {"ok"}
    response = (
        JsonResponse(state)
        if _may_see_details(request)
        else HttpResponse("ready" if ready else "not ready", content_type="text/plain")
    )
    if not ready:
        response.status_code = 503
        response["Retry-After"] = RETRY_AFTER
    return response


def _may_see_details(request: HttpRequest) -> bool:
    token: str = settings.READINESS_TOKEN
    return bool(token) and constant_time_compare(request.headers.get("Authorization", ""), f"Bearer {token}")
