"""The models and their migrations agree, and migrations have names in words."""

import re

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader

AUTOMATIC = re.compile(r"_auto_|_\d{8}_\d{4}|_and_more$")


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_migrations_are_named_in_words():
    names = [name for app, name in MigrationLoader(None).disk_migrations if app in ours()]

    assert [name for name in names if AUTOMATIC.search(name)] == []


def ours():
    return {config.label for config in apps.get_app_configs() if "site-packages" not in config.path}
