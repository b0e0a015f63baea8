"""Opened and passed pages: noted in a file as they happen, and written to the counters together.

A page that many open at once asks the database nothing, so its step cannot be a row. Memory would lose it with the
process, and the default cache cannot add for several processes at once; a line at the end of a file is neither lost
nor slow. A file takes lines for a few seconds and is read when nobody writes to it any more; what is counted is
deleted, so that nothing is left of who came when.
"""

from __future__ import annotations

import json
import logging
import os
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import time
from uuid import uuid4

from django.conf import settings
from django.db import DatabaseError, transaction

from impact_study.models import Channel, ResponseDelta
from impact_study.services.counters import Place, delta

logger = logging.getLogger(__name__)
SLOT_SECONDS = 5
# A file whose reader died is read again after ten minutes.
CLAIMED_SLOTS = 120


def folder() -> Path:
    return Path(settings.DATA_DIR) / "steps"


def note_steps(*places: Place) -> None:
    """Somebody opened or passed a page. Nobody's page fails for it."""
    line = "".join(json.dumps(place) + "\n" for place in places)
    path = folder() / f"{_slot()}-{os.getpid()}"
    try:
        _append(path, line)
    except FileNotFoundError:
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            _append(path, line)
    except OSError:
        logger.warning("A step of a respondent could not be noted.")


def _append(path: Path, line: str) -> None:
    """One short write at the end, which threads and processes do not mix."""
    file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(file, line.encode())
    finally:
        os.close(file)


def _slot() -> int:
    return int(time() // SLOT_SECONDS)


def flush_steps() -> None:
    """Write what is noted in files that take no more lines. What cannot be written is tried again later."""
    with suppress(FileNotFoundError):
        for path in sorted(folder().iterdir()):
            slot = path.name.partition("-")[0]
            if slot.isdecimal() and int(slot) < _slot() - 1 and (claimed := _claim(path)):
                _write(claimed)


def _claim(path: Path) -> Path | None:
    """Of several that find a file one renames it; its new name is due later, should that one not come to the end."""
    claimed = path.with_name(f"{_slot() + CLAIMED_SLOTS}-{uuid4().hex}")
    try:
        path.rename(claimed)
    except FileNotFoundError:
        return None
    return claimed


def _write(path: Path) -> None:
    found = Counter(_places(path.read_text()))
    try:
        with transaction.atomic():
            # A wave may have been deleted meanwhile.
            waves = {place.wave for place in found}
            there = set(Channel.objects.filter(wave__in=waves).values_list("wave", "partner"))
            ResponseDelta.objects.bulk_create(
                delta(place, number) for place, number in found.items() if (place.wave, place.partner) in there
            )
    except DatabaseError:
        logger.warning("Steps of respondents could not be counted now.")
    else:
        path.unlink(missing_ok=True)


def _places(text: str) -> Iterator[Place]:
    """A line that a full disk cut off is no step."""
    for line in text.splitlines():
        with suppress(ValueError, TypeError):
            yield Place(*json.loads(line))
