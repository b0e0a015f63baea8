"""The platform as it stands behind nginx, with a few addresses that make its front visible."""

from qqvet.settings import *

ROOT_URLCONF = "tests.deploy.urls"
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
