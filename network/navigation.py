"""The network's links in the header of the workspace."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.navigation import Entry, register

ENTRIES: tuple[tuple[str | Promise, str, str, int, str], ...] = (
    (_("Quotas"), "board", "network.view_board", 20, "target"),
    (_("Records"), "participation_list", "network.view_project", 30, "list"),
    (_("Occasions"), "occasion_list", "network.view_project", 32, "calendar"),
    (_("Evidence"), "evidence_list", "network.view_project", 34, "file-check"),
    (_("Periods"), "period_list", "network.view_project", 60, "calendar"),
    (_("Log"), "audit_log", "network.view_audit_log", 90, "list"),
)
for label, name, permission, order, icon in ENTRIES:
    register(
        Entry(
            place="workspace", label=label, url_name=f"network:{name}", permission=permission, per_project=True,
            order=order, icon=icon,
        )
    )  # fmt: skip
