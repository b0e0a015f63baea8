"""What is kept of people, purpose by purpose: told from the declarations that access and erasure obey."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.text import capfirst

from core.enums import Basis, Erasure, Retention
from core.personal_data import declarations


@dataclass(frozen=True)
class Kept:
    """One kind of record: how long it stays and what becomes of it when the person asks for erasure."""

    what: str
    basis: str
    retention: str
    erasure: str


@dataclass(frozen=True)
class Purpose:
    words: str
    kept: list[Kept]


def purposes() -> list[Purpose]:
    """Every purpose with the kinds of records that serve it, in the reader's language."""
    found: dict[str, list[Kept]] = {}
    for declared in declarations():
        kept = Kept(
            what=capfirst(str(declared.model._meta.verbose_name_plural)),
            basis=str(Basis(declared.basis).label),
            retention=str(Retention(declared.retention).label),
            erasure=str(Erasure(declared.erasure).label),
        )
        found.setdefault(str(declared.purpose), []).append(kept)
    return [Purpose(words, kept) for words, kept in found.items()]
