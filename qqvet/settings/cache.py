"""A shared cache when CACHE_URL names one; files otherwise, so that limits of accounts hold over several processes.

What the public does is counted in Redis too, or else by each process in its own memory: cheaper than any page.
"""

from qqvet.settings.environment import DATA_DIR, env

__all__ = ["CACHES", "PUBLIC_LIMIT_FACTOR", "SESSION_ENGINE"]

_url: str = env.str("CACHE_URL", "")
_redis = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": _url}
CACHES: dict[str, dict[str, object]] = {
    "default": {**_redis}
    if _url
    else {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": DATA_DIR / "cache"},
    "limits": {
        "BACKEND": "core.counting.CountingRedisCache",
        "LOCATION": _url,
        "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
    }
    if _url
    else {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "limits",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    },
}
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db" if _url else "django.contrib.sessions.backends.db"
# How many times the usual may be registered, answered and looked up from one address: a hall full of guests shares one.
PUBLIC_LIMIT_FACTOR: int = env.int("PUBLIC_LIMIT_FACTOR", 1)
