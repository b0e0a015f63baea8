"""What a log line may hold: ids and codes. Names, mails, tokens, answers and addresses never reach it."""

from __future__ import annotations

import sys
import traceback
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

type Line = MutableMapping[str, Any]

ALLOWED_FIELDS = {
    "action",
    "count",
    "error",
    "event",
    "job",
    "kind",
    "level",
    "logger",
    "method",
    "ms",
    "part",
    "partner",
    "project",
    "request_id",
    "route",
    "state",
    "status",
    "target",
    "task",
    "timestamp",
    "user",
    "where",
}
MOST_FRAMES = 12


class FillIn:
    """Put the arguments into a sentence of the standard logger, for the loggers whose arguments are ids.

    The sentences of other libraries are kept with their gaps: what would fill them may be personal.
    """

    def __init__(self, *trusted: str) -> None:
        self.trusted = set(trusted)

    def __call__(self, logger: object, method: str, line: Line) -> Line:
        arguments = line.pop("positional_args", ())
        if arguments and line["_record"].name.partition(".")[0] in self.trusted:
            line["event"] %= arguments
        return line


def only_allowed_fields(logger: object, method: str, line: Line) -> Line:
    """Drop every field nobody has looked at, and say which, so that a developer can add it here."""
    dropped = sorted(name for name in line if name not in ALLOWED_FIELDS and not name.startswith("_"))
    for name in dropped:
        del line[name]
    if dropped:
        line["dropped"] = dropped
    return line


def place_of_error(logger: object, method: str, line: Line) -> Line:
    """An exception by its kind and where it happened; its words may quote what somebody typed."""
    info = line.pop("exc_info", None) or getattr(line.get("_record"), "exc_info", None)
    error = sys.exception() if info is True else info[1] if isinstance(info, tuple) else info
    if isinstance(error, BaseException):
        frames = traceback.extract_tb(error.__traceback__)[-MOST_FRAMES:]
        line["error"] = type(error).__name__
        line["where"] = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return line
