"""Counting by Redis, where it runs, is what the usual cache counts."""

import os
from uuid import uuid4

import pytest
from django.core.cache.backends.locmem import LocMemCache

from core.counting import CountingRedisCache, counted


def redis_cache():
    if not (address := os.environ.get("TEST_REDIS_URL")):
        pytest.skip("TEST_REDIS_URL names no server")
    return CountingRedisCache(address, {})


@pytest.fixture(params=["memory", pytest.param("redis", marks=pytest.mark.redis)])
def cache(request):
    return redis_cache() if request.param == "redis" else LocMemCache(uuid4().hex, {})


def test_each_is_counted_once_and_read_like_any_other_key(cache):
    key = uuid4().hex

    assert ([counted(cache, key, 60) for _ in range(3)], cache.get(key), cache.get(f"{key}-other")) == (
        [1, 2, 3], 3, None,
    )  # fmt: skip


@pytest.mark.redis
def test_redis_forgets_when_the_first_one_is_over():
    cache, key = redis_cache(), uuid4().hex
    left = []
    for seconds in (60, 600):
        counted(cache, key, seconds)
        left.append(0 < cache._one_client.ttl(cache.make_key(key)) <= 60)

    assert left == [True, True]
