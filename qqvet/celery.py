"""The background workers' application."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "qqvet.settings")

app = Celery("qqvet")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
