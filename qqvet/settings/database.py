"""SQLite in WAL mode without a word; PostgreSQL when DATABASE_URL says so."""

from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from qqvet.settings.environment import DATA_DIR, env

__all__ = ["DATABASES"]

EMBEDDED_DATABASE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": DATA_DIR / "db.sqlite3",
    "CONN_MAX_AGE": 600,
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=20000;"
            "PRAGMA temp_store=MEMORY; PRAGMA mmap_size=134217728; PRAGMA journal_size_limit=27103364;"
            "PRAGMA cache_size=2000;"
        ),
    },
}


def postgresql(url: str) -> dict[str, object]:
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured("DATABASE_URL: an address that begins with postgres://, or nothing for SQLite.")
    host = parts.hostname or ""
    for pair in parts.query.split("&"):
        if pair.startswith("host="):
            host = unquote(pair.removeprefix("host="))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"options": "-c lock_timeout=10s -c statement_timeout=60s"},
    }


_url: str = env.str("DATABASE_URL", "")
if not _url:
    DATA_DIR.mkdir(parents=True, exist_ok=True)
DATABASES = {"default": postgresql(_url) if _url else EMBEDDED_DATABASE}
