"""The platform's settings as a web server has them: mail and other tasks are queued, nobody works them off."""

from benchmarks.settings import *  # noqa: F403

CELERY_TASK_ALWAYS_EAGER = False
CELERY_TASK_DEFAULT_QUEUE = "bench"
