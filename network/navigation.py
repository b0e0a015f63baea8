"""The network's links in the header: daily work in the bar, setting-up under "More"."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.navigation import Entry, register, register_switch
from network.models import Project
from network.scope import scope_of

ENTRIES: tuple[tuple[str, str | Promise, str, str, int], ...] = (
    ("workspace", _("Overview"), "project_detail", "network.view_board", 10),
    ("workspace", _("Quotas"), "board", "network.view_board", 20),
    ("workspace", _("Records"), "participation_list", "network.view_project", 30),
    ("workspace", _("People"), "person_list", "network.view_project", 40),
    ("workspace", _("Organisations"), "organisation_list", "network.view_project", 50),
    ("workspace", _("Experiences"), "experience_list", "network.view_project", 60),
    ("more", _("Occasions"), "occasion_list", "network.view_project", 10),
    ("more", _("Imports"), "import_list", "network.view_project", 15),
    ("more", _("Evidence"), "evidence_list", "network.view_project", 20),
    ("more", _("Partners"), "partner_list", "network.view_board", 30),
    ("more", _("Targets"), "target_list", "network.view_board", 40),
    ("more", _("Periods"), "period_list", "network.view_project", 50),
    ("more", _("Team"), "team", "network.view_board", 60),
    ("more", _("Log"), "audit_log", "network.view_audit_log", 90),
)
for place, label, name, permission, order in ENTRIES:
    register(
        Entry(
            place=place, label=label, url_name=f"network:{name}", permission=permission, per_project=True, order=order
        )
    )
register(Entry(place="account", label=_("Projects"), url_name="network:project_list", order=1, icon="folder"))


def own_projects(request: HttpRequest) -> list[dict[str, Any]]:
    """What the project switcher offers: the projects one works in."""
    if not request.user.is_authenticated or not (scope_of(request.user).projects or request.user.is_staff):
        return []
    current = getattr(getattr(request, "project", None), "pk", None)
    rows = Project.objects.visible_to(request.user).only("code", "title")[:50]
    return [{"url": row.get_absolute_url(), "name": str(row), "current": row.pk == current} for row in rows]


register_switch(own_projects)
