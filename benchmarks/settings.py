"""The platform's own settings as they serve, for a database that the benchmarks fill."""

import os
import sys
import tempfile

# Libraries of the development environment that others load when they are there; an installation does not have them.
for name in ("jinja2", "pygments", "rich"):
    sys.modules.setdefault(name, None)  # type: ignore[arg-type]

os.environ.setdefault("SECRET_KEY", "only-for-the-benchmarks-" + "x" * 50)
os.environ.setdefault("DATA_DIR", tempfile.mkdtemp(prefix="bench-"))
os.environ.setdefault("ALLOWED_HOSTS", "testserver,localhost,127.0.0.1")
os.environ.setdefault("SECOND_FACTOR_REQUIRED", "false")
os.environ.setdefault("LOG_LEVEL", "WARNING")
os.environ.setdefault("PUBLIC_LIMIT_FACTOR", "1000000")  # all clients ask from one address

from qqvet.settings import *  # noqa: E402, F403

CELERY_TASK_ALWAYS_EAGER = True
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
DATABASES["default"].get("OPTIONS", {}).pop("options", None)  # noqa: F405  filling takes longer than a page may
