"""A bare Django site for the memory of its workers: one page from a template with one query.

Fair, because it loads nothing that any Django page with a database and a signed-in user does not need: the framework,
its accounts and sessions, the driver of PostgreSQL, a template.
"""

from __future__ import annotations

import os
from urllib.parse import urlsplit

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine
from django.urls import path

parts = urlsplit(os.environ["DATABASE_URL"])
settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"],
    SECRET_KEY="bare" * 20,
    ROOT_URLCONF=__name__,
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"],
    MIDDLEWARE=[
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
    ],
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.postgresql", "NAME": parts.path.lstrip("/"), "USER": parts.username,
            "PASSWORD": parts.password or "", "HOST": parts.hostname, "PORT": parts.port or "", "CONN_MAX_AGE": 600,
        }
    },
)  # fmt: skip
django.setup()
from benchmarks.bounds.rollup import rolled_up  # noqa: E402

PAGE = Engine().from_string("<table>{% for row in rows %}<tr>{% for c in row %}<td>{{ c }}{% endfor %}{% endfor %}")


def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse(PAGE.render(Context({"rows": rolled_up(1)})))


urlpatterns = [path("", page)]
application = get_wsgi_application()
