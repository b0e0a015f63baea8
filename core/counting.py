"""Counting in a cache what happens in a while: one way to Redis and back, where the usual cache takes two or four."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.redis import RedisCache

# The first of a while says when it is over; both or neither, so that no key stays for good.
COUNT = """
local counted = redis.call('INCR', KEYS[1])
if counted == 1 then redis.call('EXPIRE', KEYS[1], ARGV[1]) end
return counted
"""


class CountingRedisCache(RedisCache):
    """What it counts is read like any other key."""

    def count(self, key: str, seconds: int) -> int:
        return int(self._one_client.eval(COUNT, 1, self.make_and_validate_key(key), seconds))

    @cached_property
    def _one_client(self) -> Any:
        """Kept: the usual cache makes one for every question, which costs as much as asking."""
        return self._cache.get_client(None, write=True)


def counted(cache: BaseCache, key: str, seconds: int) -> int:
    """One more; forgotten when the seconds since the first are over."""
    if isinstance(cache, CountingRedisCache):
        return cache.count(key, seconds)
    try:
        return cache.incr(key)
    except ValueError:
        return 1 if cache.add(key, 1, timeout=seconds) else cache.incr(key)
