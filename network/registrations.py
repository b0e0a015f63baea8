"""What the house must know of the network."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.second_factor import require_for
from core.navigation import Entry, register, register_switch
from network import personal_data  # noqa: F401  (declares what is kept of people)
from network.models import Project
from network.permissions import coordinates_any
from network.scope import scope_of

require_for(coordinates_any)


def entry(label: Any, url_name: str, order: int, permission: str = "network.view_board") -> None:
    """A link in the workspace's header, inside a project."""
    register(
        Entry(
            place="workspace",
            label=label,
            url_name=f"network:{url_name}",
            permission=permission,
            per_project=True,
            order=order,
        )
    )


entry(_("Overview"), "project_detail", 10)
entry(_("Partners"), "partner_list", 20)
entry(_("Targets"), "target_list", 30)
entry(_("Team"), "team", 80)
register(Entry(place="account", label=_("Projects"), url_name="network:project_list", order=1, icon="folder"))


def own_projects(request: HttpRequest) -> list[dict[str, Any]]:
    """What the project switcher offers: the projects one works in."""
    if not request.user.is_authenticated or not (scope_of(request.user).projects or request.user.is_staff):
        return []
    current = getattr(getattr(request, "project", None), "pk", None)
    rows = Project.objects.visible_to(request.user).only("code", "title")[:50]
    return [{"url": row.get_absolute_url(), "name": str(row), "current": row.pk == current} for row in rows]


register_switch(own_projects)
