"""What holds for every test: each starts in English."""

from __future__ import annotations

import os
import sys
from shutil import rmtree

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as chances

from qqvet import messages

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

# How long an example takes says how busy the machine is, nothing about the code.
chances.register_profile("house", chances.default, deadline=None, suppress_health_check=[HealthCheck.too_slow])
chances.load_profile("house")


def pytest_configure() -> None:
    """The tests read the translations as they stand in the .po files."""
    messages.compile_all()


@pytest.fixture(autouse=True)
def english():
    """A page asked for in another language leaves that language to whatever runs next."""
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture(autouse=True)
def unspent_limits():
    """What one test did from its address says nothing about the next."""
    caches["limits"].clear()


@pytest.fixture(autouse=True)
def uncounted_steps():
    """What respondents did is noted in files; the rows of a test are gone after it."""
    yield
    steps = sys.modules.get("impact_study.services.steps")
    if steps:
        rmtree(steps.folder(), ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Tables made from the models are as good as migrated ones, and the database says so."""
    with django_db_blocker.unblock():
        if not connection.settings_dict["TEST"].get("MIGRATE", True):
            executor = MigrationExecutor(connection)
            executor.recorder.ensure_schema()
            for app, name in executor.loader.graph.nodes:
                executor.recorder.record_applied(app, name)
