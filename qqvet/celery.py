"""The background workers' application."""

import logging.config
import os

from celery import Celery
from celery.signals import setup_logging

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "qqvet.settings")

app = Celery("qqvet")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@setup_logging.connect
def log_like_the_platform(**_: object) -> None:
    """Celery would set up logs of its own, with what tasks were given in them."""
    from django.conf import settings

    logging.config.dictConfig(settings.LOGGING)
