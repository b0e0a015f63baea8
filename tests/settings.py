"""Settings of the tests: the real ones, faster and without a network."""

import os
import tempfile
from typing import cast

os.environ.setdefault("DEBUG", "false")
os.environ.setdefault("SECRET_KEY", "only-for-the-tests-" + "x" * 50)
os.environ.setdefault("DATA_DIR", tempfile.mkdtemp(prefix="tests-"))
# Each of pytest's workers keeps its own files.
if (worker := os.environ.get("PYTEST_XDIST_WORKER")) and not os.environ["DATA_DIR"].endswith(worker):
    os.environ["DATA_DIR"] = os.path.join(os.environ["DATA_DIR"], worker)  # noqa: PTH118
    os.makedirs(os.environ["DATA_DIR"], exist_ok=True)  # noqa: PTH103
os.environ.setdefault("ALLOWED_HOSTS", "testserver,localhost,127.0.0.1")

from qqvet.settings import *

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
CACHES = {
    name: {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": name}
    for name in ("default", "limits")
}
CELERY_TASK_ALWAYS_EAGER = True
CELERY_TASK_EAGER_PROPAGATES = True
SECOND_FACTOR_REQUIRED = False
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
os.makedirs(STATIC_ROOT, exist_ok=True)  # noqa: F405, PTH103
# On SQLite the tables are made from the models: migrations rebuild them one by one. PostgreSQL runs every migration.
if "sqlite3" in str(DATABASES["default"]["ENGINE"]):  # noqa: F405
    # A file, because threads of a server that is driven by a browser would share the one connection to memory: what
    # one reads is then gone when another asks.
    DATABASES["default"]["TEST"] = {"MIGRATE": False, "NAME": str(DATA_DIR / "tests.sqlite3")}  # noqa: F405
    # Nobody needs these rows after a power cut.
    options = cast("dict[str, str]", DATABASES["default"]["OPTIONS"])  # noqa: F405
    options["init_command"] = options["init_command"].replace("synchronous=NORMAL", "synchronous=OFF")
