"""Pages for everybody: the installation, its projects, one project."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from core.caching import remembered
from core.guards import public
from network.funding import funding_of
from network.models import Project
from portal.services.public.installation import STORIES_SHOWN, installation
from portal.services.public.projects import newest_stories, project_views, public_outputs


@public
@remembered(seconds=10)
def home(request: HttpRequest) -> HttpResponse:
    """The installation: what it is for, its projects, figures, stories, partners."""
    found = installation()
    wordings = {funding_of(view.project) for view in found.projects}
    context = {"found": found, "funding": wordings.pop() if len(wordings) == 1 else None}
    return render(request, "portal/home.html", context)


@public
@remembered(seconds=10)
def project_list(request: HttpRequest) -> HttpResponse:
    """Every project of the installation that has a public page."""
    context = {"found": installation(), "trail": [(_("Home"), reverse("portal:home")), (_("Projects"), "")]}
    return render(request, "portal/project_list.html", context)


@public
@remembered(seconds=10)
def project_page(request: HttpRequest, code: str) -> HttpResponse:
    """One project: aims, partners, figures, stories, funding."""
    project = get_object_or_404(Project.objects.published().select_related("rule_set"), code=code)
    context = {
        "view": project_views([project])[0],
        "stories": newest_stories([project])[:STORIES_SHOWN],
        "outputs": public_outputs(project),
        "funding": funding_of(project),
        "licence": settings.CONTENT_LICENCE,
        "licence_url": settings.CONTENT_LICENCE_URL,
        "contact": settings.CONTACT_EMAIL,
        "trail": [(_("Home"), reverse("portal:home")), (_("Projects"), reverse("portal:project_list")), (project, "")],
    }
    return render(request, "portal/project_page.html", context)
