"""What an SPSS file allows: names, lengths of labels in bytes, and at most three reasons for missing."""

from __future__ import annotations

from collections.abc import Iterable

RESERVED = {"all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with"}
NAME_BYTES, VARIABLE_BYTES, VALUE_BYTES = 64, 256, 120


def legal_names(names: Iterable[str]) -> dict[str, str]:
    """Each name as the format takes it, unique whatever the case."""
    taken: set[str] = set()
    found = {}
    for name in names:
        base = cut(f"{name}_" if name.lower() in RESERVED else name, NAME_BYTES)
        legal, number = base, 1
        while legal.lower() in taken:
            number += 1
            legal = f"{cut(base, NAME_BYTES - 4)}_{number}"
        taken.add(legal.lower())
        found[name] = legal
    return found


def cut(text: str, most: int) -> str:
    """At most so many bytes, never through a letter."""
    return text.encode()[:most].decode(errors="ignore")
