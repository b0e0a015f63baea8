"""Asks a page of the platform as a browser would, within the process."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from importlib import import_module
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpResponseBase
from django.test import RequestFactory, override_settings
from django.urls import set_urlconf

from accounts.models import User


def session_of(user: User) -> str:
    """A signed-in session; its key goes into the cookie."""
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return str(session.session_key)


def handler(**changed: Any) -> BaseHandler:
    made = BaseHandler()
    with override_settings(**changed):
        made.load_middleware()
    return made


def asker(user: User, *, htmx: bool = False) -> Callable[[str], HttpResponseBase]:
    """Answers an address with everything that the platform puts before its views; or the part that htmx asks for."""
    through, key = handler(), session_of(user)
    requests = RequestFactory(headers={"HX-Request": "true"} if htmx else None)

    def ask(address: str) -> HttpResponseBase:
        request = requests.get(address)
        request.COOKIES[settings.SESSION_COOKIE_NAME] = key
        answer = through.get_response(request)
        if answer.status_code != 200:
            raise AssertionError(f"{address} answered {answer.status_code}")
        return answer

    return ask


def form_request(address: str, data: Mapping[str, str]) -> WSGIRequest:
    """A form as browsers send one without files; Django's own client would send it in parts."""
    return RequestFactory().post(address, urlencode(data), content_type="application/x-www-form-urlencoded")


def bare_asker(urlconf: str) -> Callable[[str], HttpResponseBase]:
    """Answers from a bare address book without any middleware."""
    through, requests = handler(MIDDLEWARE=[]), RequestFactory()

    def ask(address: str) -> HttpResponseBase:
        request = requests.get(address)
        request.urlconf = urlconf
        with suppress(AttributeError):
            del request.user
        try:
            return through.get_response(request)
        finally:
            set_urlconf(None)

    return ask
