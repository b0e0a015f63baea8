"""What is kept of people, purpose by purpose: told from the declarations that access and erasure obey."""

from __future__ import annotations

from dataclasses import dataclass

from core.enums import Basis, Erasure, Retention
from core.personal_data import declarations


@dataclass(frozen=True)
class Purpose:
    """Why something is kept, by what right, how long, and what becomes of it when the person asks for erasure."""

    words: str
    basis: str
    retention: str
    erasure: str


def purposes() -> list[Purpose]:
    """Every purpose in the reader's language; one that keeps records of several kinds has a line for each way."""
    found = [
        Purpose(
            words=str(declared.purpose),
            basis=str(Basis(declared.basis).label),
            retention=str(Retention(declared.retention).label),
            erasure=str(Erasure(declared.erasure).label),
        )
        for declared in declarations()
    ]
    return list(dict.fromkeys(found))
