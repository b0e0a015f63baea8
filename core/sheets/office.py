"""Office files: weighed here, then read by a process of its own under limits."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from core.problems import Problem, ProblemsFound
from core.sheets.archive import archive_problems
from core.sheets.bounds import too_many_rows
from core.sheets.delimited import clean
from core.sheets.opendocument import merges_of
from core.sheets.values import Cell, Limits, Merge, Row, Sheet, Workbook

CHILD = Path(__file__).with_name("child.py")
MOMENTS: dict[str, Callable[[str], date | datetime | time]] = {
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
    "time": time.fromisoformat,
}


def read_office(data: bytes, *, kind: str, limits: Limits) -> Workbook:
    """XLSX, XLS or ODS. Raises ProblemsFound with the cause."""
    if kind != "xls" and (problems := archive_problems(data, limits)):
        raise ProblemsFound(problems)
    with tempfile.TemporaryDirectory() as folder:
        path, lines = Path(folder, f"sheet.{kind}"), Path(folder, "lines")
        path.write_bytes(data)
        with lines.open("wb") as out:
            _run(path, out, limits)
        with lines.open(encoding="utf-8") as written:
            sheets = _sheets(map(json.loads, written), limits)
    if kind == "ods":
        for sheet, merges in zip(sheets, merges_of(data, limits), strict=False):
            sheet.merges = merges
    return Workbook(kind=kind, sheets=sheets)


def _run(path: Path, out: Any, limits: Limits) -> None:
    command = [sys.executable, "-I", str(CHILD), str(path)]
    command += [str(number) for number in (limits.cells, limits.seconds, limits.memory_bytes)]
    try:
        subprocess.run(command, stdout=out, stderr=subprocess.DEVNULL, timeout=limits.seconds * 2, check=True)  # noqa: S603
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        raise ProblemsFound([_problem("too_hard", limits)]) from None


def _sheets(lines: Iterable[Any], limits: Limits) -> list[Sheet]:
    sheets: list[Sheet] = []
    left = 0
    for line in lines:
        if isinstance(line, list):
            sheets[-1].rows.append([None] * left + [_cell(value, limits) for value in line])
            if len(sheets[-1].rows) > limits.rows:
                raise ProblemsFound([too_many_rows(limits)])
        elif "problem" in line:
            raise ProblemsFound([_problem(line["problem"], limits)])
        elif "sheet" in line and len(sheets) < limits.sheets:
            left = line["left"]
            merges = [Merge(*places) for places in line["merges"]]
            sheets.append(Sheet(name=clean(line["sheet"]) or "", rows=[], merges=merges, hidden=line["hidden"]))
    for sheet in sheets:
        _trim(sheet.rows)
    return sheets


def _trim(rows: list[Row]) -> None:
    while rows and not any(cell is not None for cell in rows[-1]):
        rows.pop()


def _cell(value: Any, limits: Limits) -> Cell:
    if isinstance(value, str):
        return clean(value[: limits.text])
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    if isinstance(value, list):
        kind, moment = value
        return timedelta(seconds=moment) if kind == "timedelta" else _moment(kind, moment)
    return value  # type: ignore[no-any-return]


def _moment(kind: str, text: str) -> Cell:
    moment = MOMENTS[kind](text)
    if isinstance(moment, datetime) and moment.time() == time(0):
        return moment.date()
    return moment


def _problem(code: str, limits: Limits) -> Problem:
    messages = {
        "encrypted": _("The file is protected with a password. Save it without a password and try again."),
        "broken": _("The file is damaged and cannot be opened. Save it again and try once more."),
        "too_hard": _("The file could not be read within the limits of time and memory. Save it as .csv."),
        "too_many_cells": _("The sheet is too wide and too long. Delete empty rows and columns that are not needed."),
    }
    return Problem(code=f"file_{code}", message=messages[code])
