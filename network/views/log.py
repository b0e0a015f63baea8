"""The audit log of a project, for coordinator and auditor."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from core.models import AuditEntry
from core.requests import SignedInRequest
from network.guards import in_project
from network.models import Project


@in_project("network.view_audit_log")
def audit_log(request: SignedInRequest, project: Project) -> HttpResponse:
    """Who did what and when, newest first; `?action=` narrows to a kind of action."""
    entries = AuditEntry.objects.filter(project_id=project.pk).select_related("actor").order_by("-pk")
    action = request.GET.get("action", "")
    if action:
        entries = entries.filter(action__startswith=action)
    context = {
        "page": Paginator(entries, 100).get_page(request.GET.get("page")),
        "action": action,
        "trail": [(str(project), project.get_absolute_url()), (_("Log"), "")],
    }
    return render(request, "network/audit_log.html", context)
