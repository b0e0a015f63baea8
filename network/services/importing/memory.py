"""What a partner chose before is where the next sheet begins."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from network.enums import ImportState
from network.models import ColumnMapping, ImportBatch, Partner
from network.rules.columns.matching import heading_key


def header_key(headings: Sequence[str]) -> str:
    """One key for the same headings in whatever order."""
    return sha256("|".join(sorted(map(heading_key, headings))).encode()).hexdigest()


def remembered_fields(partner: Partner, kind: str, headings: Sequence[str]) -> dict[str, str]:
    """Fields by heading: of a sheet with the very same headings first, then of earlier ones."""
    fields: dict[str, str] = {}
    known = list(ColumnMapping.objects.filter(partner=partner, kind=kind).order_by("changed_at"))
    known.sort(key=lambda mapping: mapping.header_key == header_key(headings))
    for mapping in known:
        fields.update(mapping.mapping)
    return fields


def remember_fields(batch: ImportBatch) -> None:
    """Keep the mapping that was applied, also the columns that were left out."""
    fields = {
        heading_key(column["header"]): batch.mapping.get(str(column["index"]), "")
        for column in batch.columns
        if column["header"]
    }
    ColumnMapping.objects.update_or_create(
        partner=batch.partner,
        kind=batch.kind,
        header_key=header_key([column["header"] for column in batch.columns]),
        defaults={"mapping": fields},
    )


def earlier_batches(batch: ImportBatch) -> list[ImportBatch]:
    """Applied batches of the very same bytes for the same partner, the newest first."""
    return list(
        ImportBatch.objects.filter(
            original=batch.original, partner=batch.partner, kind=batch.kind, state=ImportState.APPLIED
        )
        .exclude(pk=batch.pk)
        .order_by("-applied_at")
    )


def answers_of_earlier(batch: ImportBatch) -> dict[str, str]:
    """The same file again raises no question that was answered before."""
    earlier = earlier_batches(batch)
    return dict(earlier[0].answers) if earlier else {}
