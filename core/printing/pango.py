"""Whether this machine can print: WeasyPrint draws with the system's Pango library."""

from __future__ import annotations

from ctypes.util import find_library
from functools import cache

from django.utils.translation import gettext as _

from core.problems import Problem

LIBRARIES = ("pango-1.0", "pangoft2-1.0")


@cache
def missing_libraries() -> tuple[str, ...]:
    """Looked up once per process, without loading anything."""
    return tuple(name for name in LIBRARIES if find_library(name) is None)


def printing_problems() -> list[Problem]:
    if not missing_libraries():
        return []
    return [
        Problem(
            code="no_pango",
            message=_("PDF and Word files cannot be made, because the Pango library is not installed here."),
            remedy=_("On Debian or Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0"),
        )
    ]
