"""How often something public may be done from one address: counted in a cache that forgets, never in the database.

Of the address only a hash is kept, salted anew each day, and no longer than it is counted. A school or a full hall
shares one address: the limits are wide, and PUBLIC_LIMIT_FACTOR widens them. While Redis is away nobody is stopped.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, wraps
from hashlib import blake2b
from ipaddress import ip_address
from math import ceil

import structlog
from django.conf import settings
from django.core.cache import caches
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.crypto import salted_hmac
from django.utils.translation import ngettext

from core.counting import counted
from core.problems import Problem

View = Callable[..., HttpResponse]
DAY = 24 * 3600

log = structlog.get_logger("core.limits")


@dataclass(frozen=True)
class Limit:
    """So many times in so many seconds, from one address."""

    name: str
    often: int
    seconds: int = 600

    def spend(self, request: HttpRequest) -> int:
        """Count one more; the seconds to wait where it is one too many, or 0."""
        return self._left() if _counted(self._key(request), self.seconds) > self.most else 0

    def wait(self, request: HttpRequest) -> int:
        """The seconds to wait where all is spent, or 0; counts nothing."""
        return self._left() if _known(self._key(request)) >= self.most else 0

    @property
    def most(self) -> int:
        return self.often * int(settings.PUBLIC_LIMIT_FACTOR)

    def _key(self, request: HttpRequest) -> str:
        now = int(time.time())
        of_day = blake2b(_address(request).encode(), key=_salt(now // DAY), digest_size=12).hexdigest()
        return f"{self.name}:{now // self.seconds}:{of_day}"

    def _left(self) -> int:
        return self.seconds - int(time.time()) % self.seconds


CODES = Limit("codes", 20)


def failures_limited(limit: Limit) -> Callable[[View], View]:
    """Stops whoever tries codes that do not exist; those that do are never counted."""

    def decorate(view: View) -> View:
        @wraps(view)
        def trying(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            if wait := limit.wait(request):
                return asked_to_wait(render(request, "429.html", {"minutes": _minutes(wait)}), wait)
            try:
                response = view(request, *args, **kwargs)
            except Http404:
                limit.spend(request)
                raise
            if response.status_code == 422:
                limit.spend(request)
            return response

        return trying

    return decorate


def too_many(wait: int, field: str = "") -> Problem:
    """For a page that still holds what somebody typed."""
    words = ngettext(
        "Too many at once from your connection. Try again in %(minutes)d minute; nothing you typed is lost.",
        "Too many at once from your connection. Try again in %(minutes)d minutes; nothing you typed is lost.",
        _minutes(wait),
    )
    return Problem("too_many", words % {"minutes": _minutes(wait)}, field=field)


def asked_to_wait(response: HttpResponse, wait: int) -> HttpResponse:
    response.status_code = 429
    response["Retry-After"] = str(wait)
    return response


def is_from_redis(exception: Exception) -> bool:
    """Asked without loading the client, which is large and which an installation without CACHE_URL never uses."""
    return any(cls.__module__ == "redis.exceptions" and cls.__name__ == "RedisError" for cls in type(exception).__mro__)


def _minutes(wait: int) -> int:
    return ceil(wait / 60)


def _address(request: HttpRequest) -> str:
    """Who asks, as far as headers are believed; of a newer address the half that stands for one household."""
    before_us = settings.TRUSTED_PROXIES
    told = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if before_us else []
    given = told[-before_us].strip() if len(told) >= before_us > 0 else request.META.get("REMOTE_ADDR", "")
    try:
        address = ip_address(given)
    except ValueError:
        return given
    return address.packed[:8].hex() if address.version == 6 else given


@lru_cache(maxsize=2)
def _salt(day: int) -> bytes:
    return salted_hmac("core.limits", str(day), algorithm="sha256").digest()


def _counted(key: str, seconds: int) -> int:
    try:
        return counted(caches["limits"], key, seconds)
    except Exception as error:
        return _nothing_while_away(error)


def _known(key: str) -> int:
    try:
        return int(caches["limits"].get(key, 0))
    except Exception as error:
        return _nothing_while_away(error)


def _nothing_while_away(error: Exception) -> int:
    if not is_from_redis(error):
        raise error
    log.warning("limits_away")
    return 0
