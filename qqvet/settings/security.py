"""Keys, hosts, cookies and the policy that every answer carries."""

from typing import Final
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.utils.csp import CSP

from qqvet.settings.environment import DATA_DIR, DEBUG, DEMO, env

__all__ = [
    "ALLOWED_HOSTS", "CSRF_COOKIE_NAME", "CSRF_COOKIE_SECURE", "CSRF_FAILURE_VIEW", "CSRF_TRUSTED_ORIGINS",
    "READINESS_TOKEN",
    "SECRET_KEY", "SECRET_KEY_FALLBACKS", "SECURE_CROSS_ORIGIN_OPENER_POLICY", "SECURE_CSP",
    "SECURE_HSTS_INCLUDE_SUBDOMAINS", "SECURE_HSTS_PRELOAD", "SECURE_HSTS_SECONDS", "SECURE_PROXY_SSL_HEADER",
    "SECURE_REDIRECT_EXEMPT", "SECURE_REFERRER_POLICY", "SECURE_SSL_REDIRECT", "SESSION_COOKIE_AGE", "SESSION_COOKIE_NAME", "SESSION_COOKIE_SECURE",
    "TRUSTED_PROXIES", "X_FRAME_OPTIONS",
]  # fmt: skip

_site = urlsplit(env.str("SITE_URL", "http://localhost:8000"))
_https = _site.scheme == "https"
_plain: Final = DEBUG or DEMO
SHORTEST_KEY: Final = 50

if DEBUG and _https:
    raise ImproperlyConfigured("DEBUG shows strangers how the platform works inside: never on a public address.")


def _secret_key() -> str:
    """The key of the environment; the demo and the developer's machine make and keep one of their own."""
    if key := env.str("SECRET_KEY", ""):
        if len(key) < SHORTEST_KEY and not _plain:
            raise ImproperlyConfigured(f"SECRET_KEY is too short. Set it to {SHORTEST_KEY} random characters or more.")
        return key
    if not _plain:
        raise ImproperlyConfigured(f"SECRET_KEY is not set. Set it to {SHORTEST_KEY} random characters or more.")
    kept = DATA_DIR / "secret-key"
    if not kept.exists():
        from django.core.management.utils import get_random_secret_key

        DATA_DIR.mkdir(parents=True, exist_ok=True)
        kept.write_text(get_random_secret_key() + get_random_secret_key())
        kept.chmod(0o600)
    return kept.read_text()


SECRET_KEY = _secret_key()
SECRET_KEY_FALLBACKS: list[str] = env.list("SECRET_KEY_FALLBACKS", [])
ALLOWED_HOSTS: list[str] = env.list(
    "ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"] if _plain else [_site.hostname or "localhost"]
)
TRUSTED_PROXIES: int = env.int("TRUSTED_PROXIES", 0)
CSRF_TRUSTED_ORIGINS = [f"{_site.scheme}://{_site.netloc}"]
CSRF_FAILURE_VIEW = "core.views.errors.csrf_failure"

SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "media-src": [CSP.SELF, "blob:"],
    "worker-src": [CSP.SELF, "blob:"],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
    "object-src": [CSP.NONE],
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
SECURE_SSL_REDIRECT = _https and not _plain
# Watchers ask from inside, without the proxy that ends TLS.
SECURE_REDIRECT_EXEMPT = [r"^healthz/$", r"^readyz/$"]
# Who brings it sees every part of /readyz/, not one word.
READINESS_TOKEN: str = env.str("READINESS_TOKEN", "")
SECURE_HSTS_SECONDS = 31_536_000 if _https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _https
SECURE_HSTS_PRELOAD = _https
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _https
SESSION_COOKIE_NAME = "__Host-session" if _https else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if _https else "csrf"
SESSION_COOKIE_AGE = 14 * 24 * 3600
