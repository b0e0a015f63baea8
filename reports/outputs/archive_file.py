"""Zip files that are the same for the same content: members in order, without the hour they were written."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FIXED = (1980, 1, 1, 0, 0, 0)
_CHANGED = re.compile(rb"(<dcterms:(?:modified|created)[^>]*>)[^<]*(</dcterms:)")
_TIME = rb"\g<1>2000-01-01T00:00:00Z\g<2>"


def member(name: str) -> ZipInfo:
    info = ZipInfo(name, date_time=FIXED)
    info.compress_type = ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info


def steady(save: Callable[[BytesIO], object]) -> bytes:
    """An office file as its library saves it, without the moments it writes in."""
    raw, out = BytesIO(), BytesIO()
    save(raw)
    with ZipFile(raw) as source, ZipFile(out, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(member(name), _CHANGED.sub(_TIME, data) if name == "docProps/core.xml" else data)
    return out.getvalue()
