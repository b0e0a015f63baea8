"""Public stories of placements: a first or chosen name, what was learnt, and quotes that may be quoted."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.guards import public
from network.codes.efqea import BY_CODE
from network.models import Experience, Opinion, Project
from network.rules.stories import told_in


def stories_of(project: Project) -> QuerySet[Experience]:
    quotable = Opinion.objects.filter(may_be_quoted=True).exclude(text="")
    return (
        Experience.objects.on_public_pages()
        .in_project(project)
        .select_related("learner", "host", "provider", "project")
        .prefetch_related(Prefetch("opinions", quotable, to_attr="quotes"))
    )


@public
def story_list(request: HttpRequest, code: str) -> HttpResponse:
    project = get_object_or_404(Project.objects.published(), code=code)
    page = Paginator(stories_of(project).order_by("-published_at", "-pk"), 24).get_page(request.GET.get("page"))
    language = get_language() or "en"
    cards = [(story, told_in(story.story, asked=language, of_project=project.languages)) for story in page.object_list]
    context: dict[str, Any] = {"project": project, "page": page, "cards": cards, "trail": _trail(project)}
    return _fresh(render(request, "network/story_list.html", context))


@public
def story_detail(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    project = get_object_or_404(Project.objects.published(), code=code)
    story = get_object_or_404(stories_of(project), pk=pk)
    text = told_in(story.story, asked=get_language() or "en", of_project=project.languages)
    context: dict[str, Any] = {
        "project": project,
        "story": story,
        "text": text,
        "criteria": [BY_CODE[code] for code in story.efqea if code in BY_CODE],
        "trail": [*_trail(project), (story.title, "")],
    }
    return _fresh(render(request, "network/story_detail.html", context))


def _fresh(response: HttpResponse) -> HttpResponse:
    """Nobody keeps a copy: a consent that is taken back takes the story off at once."""
    patch_cache_control(response, no_store=True, private=True)
    return response


def _trail(project: Project) -> list[tuple[str, str]]:
    return [(_("Stories from work"), reverse("network:story_list", args=[project.code]))]
