"""Runs by itself, in a process of its own: reads one office file and prints its rows as lines of JSON.

A reader that meets a hostile file may use up memory, hang or break down; here it takes nobody along.
Usage: child.py FILE CELLS SECONDS MEMORY. Needs nothing but python-calamine.
"""

import contextlib
import json
import sys
from datetime import date, datetime, time, timedelta
from typing import Any

import python_calamine


def main() -> int:
    path, cells, seconds, memory = sys.argv[1], *map(int, sys.argv[2:5])
    confine(seconds, memory)
    try:
        book = python_calamine.load_workbook(path)
        for position, facts in enumerate(book.sheets_metadata):
            if facts.typ == python_calamine.SheetTypeEnum.WorkSheet:
                hidden = facts.visible != python_calamine.SheetVisibleEnum.Visible
                cells -= show(book.get_sheet_by_index(position), hidden=hidden, cells=cells)
    except python_calamine.PasswordError:
        return say({"problem": "encrypted"})
    except OverflowError:
        return say({"problem": "too_many_cells"})
    except MemoryError:
        return say({"problem": "too_many_cells"})
    except Exception:
        return say({"problem": "broken"})
    return say({"end": True})


def confine(seconds: int, memory: int) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def show(sheet: Any, *, hidden: bool, cells: int) -> int:
    """Print one tab and return how many cells it took."""
    size = sheet.total_height * (sheet.end[1] + 1 if sheet.end else 0)
    if size > cells:
        raise OverflowError
    left = sheet.start[1] if sheet.start else 0
    merges = [[*start, *end] for start, end in sheet.merged_cell_ranges or ()]
    say({"sheet": sheet.name, "hidden": hidden, "left": left, "merges": merges})
    for row in sheet.iter_rows():
        say([plain(value) for value in row])
    return size


def plain(value: object) -> object:
    """What JSON can carry; days and times as a pair that names their kind."""
    if isinstance(value, datetime):
        return ["datetime", value.isoformat()]
    if isinstance(value, date):
        return ["date", value.isoformat()]
    if isinstance(value, time):
        return ["time", value.isoformat()]
    if isinstance(value, timedelta):
        return ["timedelta", value.total_seconds()]
    return value


def say(value: object) -> int:
    sys.stdout.write(json.dumps(value, separators=(",", ":")) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
