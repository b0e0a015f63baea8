import logging

import pytest
import time_machine
from django.core.cache import caches
from django.core.cache.backends.locmem import LocMemCache
from django.test import RequestFactory

from core.limits import Limit

THREE = Limit("things", 3)


def request_from(address="203.0.113.7", **headers):
    return RequestFactory().post("/", REMOTE_ADDR=address, headers=headers)


@time_machine.travel("2026-05-04 10:08:30+00:00", tick=False)
def test_the_fourth_of_three_waits_until_the_ten_minutes_are_over():
    assert [THREE.spend(request_from()) for _ in range(4)] == [0, 0, 0, 90]
    assert (THREE.wait(request_from()), THREE.wait(request_from("203.0.113.8"))) == (90, 0)


def test_afterwards_everything_is_allowed_again():
    with time_machine.travel("2026-05-04 10:08:30+00:00") as clock:
        for _ in range(4):
            THREE.spend(request_from())
        clock.shift(90)

        assert (THREE.wait(request_from()), THREE.spend(request_from())) == (0, 0)


@time_machine.travel("2026-05-04 10:00+00:00", tick=False)
def test_a_factor_widens_every_limit(settings):
    settings.PUBLIC_LIMIT_FACTOR = 2

    assert [bool(THREE.spend(request_from())) for _ in range(7)] == [False] * 6 + [True]


@pytest.mark.parametrize(
    ("trusted", "told", "same"),
    [(0, ["1.1.1.1", "2.2.2.2"], True), (1, ["1.1.1.1", "2.2.2.2"], False), (1, ["9.9.9.9, 1.1.1.1", "1.1.1.1"], True),
     (2, ["9.9.9.9", "8.8.8.8"], True)],
)  # fmt: skip
def test_headers_are_believed_as_far_as_proxies_are_trusted(settings, trusted, told, same):
    settings.TRUSTED_PROXIES = trusted
    first, second = ({"X-Forwarded-For": each} for each in told)
    for _ in range(3):
        THREE.spend(request_from(**first))

    assert bool(THREE.wait(request_from(**second))) == same


def test_a_household_with_newer_addresses_counts_as_one():
    for last in range(3):
        THREE.spend(request_from(f"2001:db8:1:2::{last}"))

    assert (bool(THREE.wait(request_from("2001:db8:1:2:f::9"))), THREE.wait(request_from("2001:db8:1:3::1"))) == (
        True,
        0,
    )


def test_neither_the_cache_nor_the_log_holds_an_address(caplog):
    caplog.set_level(logging.DEBUG)
    with time_machine.travel("2026-05-04 10:00+00:00", tick=False) as clock:
        THREE.spend(request_from())
        clock.shift(24 * 3600)
        THREE.spend(request_from())

    keys = [key.rpartition(":")[2] for key in caches["limits"]._cache]
    assert (len(set(keys)), "203.0.113" in f"{caches['limits']._cache}{caplog.text}") == (2, False)


def test_without_the_cache_nobody_is_stopped(monkeypatch):
    away = type("ConnectionError", (type("RedisError", (Exception,), {"__module__": "redis.exceptions"}),), {})

    def gone(*_args, **_words):
        raise away

    for name in ("incr", "get"):
        monkeypatch.setattr(LocMemCache, name, gone)

    assert (THREE.spend(request_from()), THREE.wait(request_from())) == (0, 0)


def test_counting_asks_no_database(django_assert_num_queries, db):
    with django_assert_num_queries(0):
        THREE.spend(request_from())
