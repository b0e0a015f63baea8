"""SMTP when EMAIL_URL is set (smtp://user:password@host:587?tls=1); files under DATA_DIR otherwise."""

from urllib.parse import parse_qs, unquote, urlsplit

from qqvet.settings.environment import DATA_DIR, env

__all__ = ["DEFAULT_FROM_EMAIL", "MAILERS", "SERVER_EMAIL"]


def smtp(url: str) -> dict[str, object]:
    parts = urlsplit(url)
    return {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": parts.hostname or "localhost",
            "port": parts.port or 25,
            "username": unquote(parts.username or ""),
            "password": unquote(parts.password or ""),
            "use_tls": parse_qs(parts.query).get("tls") == ["1"],
            "use_ssl": parts.scheme == "smtps",
            "timeout": 20,
        },
    }


_url: str = env.str("EMAIL_URL", "")
MAILERS: dict[str, dict[str, object]] = {
    "default": smtp(_url)
    if _url
    else {
        "BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "OPTIONS": {"file_path": str(DATA_DIR / "mail")},
    }
}
DEFAULT_FROM_EMAIL: str = env.str("DEFAULT_FROM_EMAIL", "platform@localhost")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
