"""What of others is in this site, under which licence: read from the manifest that a test holds true."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from django.conf import settings

MANIFEST = settings.BASE_DIR / "static" / "vendor" / "MANIFEST.toml"


@dataclass(frozen=True)
class Borrowed:
    """A piece of somebody else's work that this site hands out."""

    name: str
    version: str
    licence: str
    source: str


@cache
def borrowed() -> list[Borrowed]:
    """What the manifest lists under `static/`; tools of the tests are handed to nobody."""
    listed = tomllib.loads(MANIFEST.read_text())["package"]
    return [
        Borrowed(each["name"], each["version"], each["licence"], each["source"])
        for each in listed
        if any(path.startswith("static/") for path in each["files"])
    ]
