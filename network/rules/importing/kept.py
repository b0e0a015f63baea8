"""Columns that are read to understand a list but not stored. The preview names them: nothing vanishes silently."""

from __future__ import annotations

from core.text import word_set
from network.enums import ImportKind

OF_PEOPLE = word_set(
    "person_name given_name family_name second_family_name function organisation email phone country gender birth "
    "roster_code"
)
# Which fields of a list end up in the records; all others stay in the original file.
KEPT: dict[str, frozenset[str]] = {
    ImportKind.PEOPLE: OF_PEOPLE,
    ImportKind.ATTENDANCE: OF_PEOPLE | {"date", "hours", "signature"},
    ImportKind.ORGANISATIONS: word_set("organisation vat oid pic kind size country region city address website sector"),
    ImportKind.EXPERIENCES: word_set(
        "person_name given_name family_name roster_code organisation country starts_on ends_on hours sector gender"
    ),
}
WITH_CONTACTS = frozenset({"contact", "email"})


def is_kept(field: str, *, kind: str, with_contacts: bool = False) -> bool:
    """Whether a column of this field is stored; contact persons only where somebody wanted them as people."""
    return field in KEPT[kind] or (with_contacts and field in WITH_CONTACTS)
