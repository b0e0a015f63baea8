"""The short way of visitors: pages that ask nothing of a session are answered through a few of the middlewares.

A view is marked `@short_way` where neither it nor its templates look at a session, a signed-in account, messages or
htmx. Whoever brings one of these goes the whole way to the same view, and so does every other address.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.handlers.base import BaseHandler
from django.core.handlers.exception import convert_exception_to_response
from django.http import HttpRequest, HttpResponseBase
from django.urls import Resolver404, ResolverMatch, get_resolver
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.module_loading import import_string

View = Callable[..., HttpResponseBase]
# Whoever brings one of these is somebody whom the whole way knows.
PERSONAL_COOKIES = {settings.SESSION_COOKIE_NAME, CookieStorage.cookie_name}


def short_way(view: View) -> View:
    """Mark a view whose pages are the same whether or not there is a session to look into."""
    view.takes_short_way = True  # type: ignore[attr-defined]
    return view


class ShortWayMiddleware(BaseHandler):
    """Stands before all others, and hands visitors over to `SHORT_MIDDLEWARE`."""

    sync_capable, async_capable = True, False

    def __init__(self, get_response: View) -> None:
        self._whole_way = get_response
        hooks: Any = [], [], []
        self._view_middleware, self._exception_middleware, self._template_response_middleware = hooks
        chain: Any = convert_exception_to_response(self._get_response)  # type: ignore[attr-defined]  # Django's own
        for path in reversed(settings.SHORT_MIDDLEWARE):
            one = import_string(path)(chain)
            if hasattr(one, "process_view"):
                hooks[0].insert(0, one.process_view)
            if hasattr(one, "process_exception"):
                hooks[1].append(one.process_exception)
            chain = convert_exception_to_response(one)
        self._short_chain: View = chain

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if _may_be_short(request) and (match := _visitors(settings.ROOT_URLCONF, request.path_info)):
            request.visitors_match = match  # type: ignore[attr-defined]
            return self._short_chain(request)
        return self._whole_way(request)

    def resolve_request(self, request: HttpRequest) -> ResolverMatch:
        """Found already when the way was chosen."""
        request.resolver_match = match = request.visitors_match  # type: ignore[attr-defined]
        return match


class StrangerMiddleware:
    """The innermost of the short way: nobody is signed in, and whoever keeps the page knows that somebody may be."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.user = AnonymousUser()
        response = self.get_response(request)
        if hasattr(request, "reached_view"):
            patch_vary_headers(response, ("Cookie",))
        return response

    def process_view(self, request: HttpRequest, *view: object) -> None:
        """A form that is refused as forged has not come so far: its page is the same for everybody."""
        request.reached_view = True  # type: ignore[attr-defined]


def _may_be_short(request: HttpRequest) -> bool:
    """Nothing that a middleware of the whole way would read."""
    told = request.META
    return (
        "HTTP_AUTHORIZATION" not in told and "HTTP_HX_REQUEST" not in told and not hasattr(request, "urlconf")
        and request.COOKIES.keys().isdisjoint(PERSONAL_COOKIES)
    )  # fmt: skip


@lru_cache(maxsize=2048)
def _visitors(urlconf: str, path: str) -> ResolverMatch | None:
    """What an address leads to, if that is a page with the short way; the same addresses are asked for again."""
    if not (language := translation.get_language_from_path(path)):
        return None
    with translation.override(language):
        try:
            match = get_resolver(urlconf).resolve(path)
        except Resolver404:
            return None
    return match if getattr(match.func, "takes_short_way", False) else None
