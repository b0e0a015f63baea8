"""Where the sample sheets lie."""

from __future__ import annotations

import json
from pathlib import Path

FOLDER = Path(__file__).with_name("samples")


def sample(name: str) -> bytes:
    return (FOLDER / name).read_bytes()


def expected() -> dict[str, dict]:
    return json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
