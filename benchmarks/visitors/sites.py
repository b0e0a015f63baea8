"""Our platform and the bare site, each served by two workers of four threads, on the same database."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import redis
from django.db import connection

from benchmarks.bounds.bare_survey import TABLE
from benchmarks.ground import Ground
from benchmarks.site import served
from benchmarks.visitors.turns import Site
from tests.run.found import Found
from tests.run.services import find_redis

QUEUE = "bench"


@contextmanager
def both_sites(ground: Ground) -> Iterator[tuple[Site, Site]]:
    """Ours as in production, with its request log, its queue for mail and its limits by address; and the bare one."""
    with connection.cursor() as cursor:
        cursor.execute(TABLE)
    told = {"DATABASE_URL": ground.address, "DATA_DIR": os.environ["DATA_DIR"], "LOG_LEVEL": "INFO"}
    with ExitStack() as stack:
        broker = _redis(stack)
        ours = told | {
            "DJANGO_SETTINGS_MODULE": "benchmarks.visitors.settings",
            "REDIS_URL": broker,
            "CACHE_URL": broker,
        }
        platform = stack.enter_context(served("qqvet.wsgi:application", ours))
        bare = stack.enter_context(served("benchmarks.bounds.bare_answers:application", told))
        yield Site(*platform), Site(*bare)


def _redis(stack: ExitStack) -> str:
    """Its address; without it the platform does what it does embedded. What was queued is thrown away."""
    found = find_redis(stack)
    if not isinstance(found, Found):
        return ""
    client = stack.enter_context(redis.Redis.from_url(found.address))
    bindings = [f"_kombu.{name}.{QUEUE}" for name in ("binding", "binding_permanent")]
    stack.callback(client.delete, QUEUE, *bindings)
    return found.address
