"""Hashes over figures and records: the same content gives the same hash wherever it is computed."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any


def canonical(value: Any) -> str:
    """JSON with sorted keys and no spaces."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)


def digest_of(value: Any) -> str:
    """SHA-256 over the canonical JSON, in hex."""
    return sha256(canonical(value).encode()).hexdigest()
