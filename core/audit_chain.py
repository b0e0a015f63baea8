"""The audit log as a chain: each line sealed with the hash of the one before."""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import dataclass, field

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction

from core.models import AuditEntry

BATCH = 2000
SEALED = ("detail_salt", "detail_hash", "sealed_number", "sealed_hash")


@dataclass
class Findings:
    """What a walk along the chain found. `head` is worth writing down elsewhere: it shows a cut-off end."""

    sealed: int = 0
    waiting: int = 0
    head: str = ""
    faults: list[str] = field(default_factory=list)


def digest(*parts: object) -> str:
    told = json.dumps(parts, cls=DjangoJSONEncoder, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(told.encode()).hexdigest()


def link(entry: AuditEntry, before: str) -> str:
    """The seal of a line: its ids and hashes and the seal before, never its detail."""
    target = (entry.target_type, entry.target_id, entry.project_id)
    act = (entry.pk, entry.at.isoformat(), entry.actor_id, entry.action, entry.request_id)
    return digest(before, entry.sealed_number, act, target, entry.detail_hash)


def seal_waiting() -> int:
    """Seal all lines that are not sealed yet; answers how many."""
    done = 0
    while number := seal_batch():
        done += number
    return done


@transaction.atomic
def seal_batch() -> int:
    # Of two that seal at once, one fails on the unique number and has nothing left to do the next time.
    last = AuditEntry.objects.sealed().last()
    number, before = (last.sealed_number or 0, last.sealed_hash) if last else (0, "")
    entries = list(AuditEntry.objects.unsealed()[:BATCH])
    for number, entry in enumerate(entries, number + 1):  # noqa: B020
        if entry.detail_erased_at is None:
            entry.detail_salt = secrets.token_hex(16)
            entry.detail_hash = digest(entry.detail_salt, entry.detail)
        entry.sealed_number = number
        entry.sealed_hash = before = link(entry, before)
    AuditEntry.objects.bulk_update(entries, SEALED, batch_size=100)
    return len(entries)


def check(*, known_head: str = "") -> Findings:
    """Walk along the whole chain and say where it is broken; a head noted earlier must be among its links."""
    found = Findings(waiting=AuditEntry.objects.unsealed().count())
    heads_met = known_head == ""
    for entry in AuditEntry.objects.sealed().iterator(chunk_size=BATCH):
        found.sealed += 1
        found.faults += faults_of(entry, number=found.sealed, before=found.head)
        found.head = entry.sealed_hash
        heads_met = heads_met or found.head == known_head
    if not heads_met:
        found.faults.append("The head that was noted is not in the chain: its end was cut off or written anew.")
    return found


def faults_of(entry: AuditEntry, *, number: int, before: str) -> list[str]:
    faults = []
    if entry.sealed_number != number:
        faults.append(f"A line is missing before number {entry.sealed_number}.")
    if entry.sealed_hash != link(entry, before):
        faults.append(f"Line {entry.sealed_number} (entry {entry.pk}) was changed, or the one before it.")
    if entry.detail_erased_at is None and entry.detail_hash != digest(entry.detail_salt, entry.detail):
        faults.append(f"The detail of line {entry.sealed_number} (entry {entry.pk}) was changed.")
    return faults
