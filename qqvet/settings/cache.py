"""A shared cache when CACHE_URL names one; files otherwise, so that limits hold over several processes."""

from qqvet.settings.environment import DATA_DIR, env

__all__ = ["CACHES", "SESSION_ENGINE"]

_url: str = env.str("CACHE_URL", "")
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": _url}
    if _url
    else {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": DATA_DIR / "cache"}
}
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db" if _url else "django.contrib.sessions.backends.db"
