"""What somebody saw of a part, to tell later whether it is still so."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256

from impact_study.rules.editing.documents import Part

TEXT_FIELDS = ("text", "title", "help", "low_label", "high_label", "constraint_message")


def keys_of(part: object) -> list[str]:
    """The keys of all texts a part names, in order."""
    if isinstance(part, Mapping):
        own = [part[name] for name in TEXT_FIELDS if part.get(name)]
        return own + [key for value in part.values() if isinstance(value, list) for key in keys_of(value)]
    if isinstance(part, list):
        return [key for one in part if isinstance(one, Mapping) for key in keys_of(one)]
    return []


def digest(part: Part | None, texts: Mapping[str, str]) -> str:
    """What somebody saw of a part and its texts, to tell later whether it is still so."""
    if part is None:
        return ""
    said = [part, [texts.get(key, "") for key in keys_of(part)]]
    return sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:32]
