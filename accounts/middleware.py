"""What holds for every request of an account."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import resolve
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

from accounts import second_factor
from core.limits import is_from_redis

Answer = Callable[[HttpRequest], HttpResponse]

# What somebody without the second factor still needs: to get one, to manage the account, to leave.
OPEN_PREFIXES = ("account_", "mfa_", "usersessions_", "socialaccount_", "accounts:", "core:")


class SecondFactorMiddleware:
    """Leads those who must have a second factor to the page that sets one up, before anything else."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> HttpResponse | None:
        if not request.user.is_authenticated or self.is_open(request) or not second_factor.is_missing(request.user):
            return None
        if request.path.startswith("/api/"):
            return JsonResponse({"detail": _("This account must set up a second factor first.")}, status=403)
        messages.warning(request, _("Your role needs a second factor. Please set one up to go on."))
        if getattr(request, "htmx", None):
            return HttpResponseClientRedirect(redirect("mfa_index").url)
        return redirect("mfa_index")

    @staticmethod
    def is_open(request: HttpRequest) -> bool:
        name = (request.resolver_match or resolve(request.path)).view_name
        return name.startswith(OPEN_PREFIXES)


class LimitsAwayMiddleware:
    """Signing in fails closed, and says so, while the cache that counts attempts is away."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not is_from_redis(exception):
            return None
        response = render(request, "503.html", status=503)
        response["Retry-After"] = "30"
        return response
