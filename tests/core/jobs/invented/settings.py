"""The platform as it runs, with the invented app, over the broker that the test names."""

import os

from qqvet.settings import *

INSTALLED_APPS = [*INSTALLED_APPS, "tests.core.jobs.invented"]  # noqa: F405
if os.environ.get("REDIS_URL"):
    CELERY_BROKER_TRANSPORT_OPTIONS = {**CELERY_BROKER_TRANSPORT_OPTIONS, "global_keyprefix": os.environ["PREFIX"]}  # noqa: F405
