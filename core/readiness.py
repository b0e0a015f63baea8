"""Whether all that a request may need is usable: database, its shape, broker, store and disk."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Callable

import structlog
from celery import current_app
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

LEAST_FREE_BYTES = 200 * 1024 * 1024

log = structlog.get_logger(__name__)


class ReadinessError(Exception):
    """Something works, yet not as it has to."""


def state() -> dict[str, str]:
    """Each thing we need, with "ok" or the kind of its failure; never an address or a password."""
    return {name: _outcome(name, check) for name, check in CHECKS.items()}


def _outcome(name: str, check: Callable[[], None]) -> str:
    try:
        check()
    except Exception as error:
        log.warning("not_ready", part=name, error=type(error).__name__)
        return str(error) if isinstance(error, ReadinessError) else type(error).__name__
    return "ok"


def _database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def _migrations() -> None:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise ReadinessError("migrations are waiting")


def _broker() -> None:
    with current_app.connection_for_write(connect_timeout=2) as broker:
        broker.channel().close()  # type: ignore[attr-defined]  # celery-types knows no transport


def _storage() -> None:
    name = default_storage.save(f"readiness/{uuid.uuid4()}", ContentFile(b"ready"))
    default_storage.delete(name)


def _disk() -> None:
    if shutil.disk_usage(settings.DATA_DIR).free < LEAST_FREE_BYTES:
        raise ReadinessError("the disk is nearly full")


CHECKS: dict[str, Callable[[], None]] = {
    "database": _database,
    "migrations": _migrations,
    "broker": _broker,
    "storage": _storage,
    "disk": _disk,
}
