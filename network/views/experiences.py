"""Placements: listed, handed out as a sheet, opened, written down, changed, counted."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import audit
from core.listing import Listing
from core.pages import page
from core.problems import ProblemsFound
from core.requests import SignedInRequest
from core.staleness import differences, is_conflict, renew
from network.codes.efqea import BY_CODE
from network.forms.experience_counts import CountForm
from network.forms.experiences import ExperienceForm
from network.guards import in_project
from network.listings.experiences import EXPERIENCE_COLUMNS, ExperienceFilter, experience_rows
from network.models import Experience, Participation, Project
from network.rules.experiences import publishing_problems
from network.services.counting_experiences import count_experience, not_counted_yet
from network.services.experience_reviews import telling_of
from network.services.experiences import add_experience, change_experience
from network.views.segments import segments_of

LISTING = "experiences"


def experience_listing(request: SignedInRequest, project: Project) -> tuple[ExperienceFilter, Listing]:
    found = ExperienceFilter(request.GET, queryset=experience_rows(project, request.user), project=project)
    return found, Listing(request, found.qs, EXPERIENCE_COLUMNS, sort="-starts_on")


@in_project("network.view_experience")
def experience_list(request: SignedInRequest, project: Project) -> HttpResponse:
    filters, listing = experience_listing(request, project)
    if shown := len(listing.page.object_list):
        audit.record("network.experiences.listed", target=project, by=request.user, project=project.pk, shown=shown)
    context: dict[str, Any] = {
        "filters": filters,
        "listing": listing,
        "list_url": reverse("network:experience_list", args=[project.code]),
        "segments": segments_of(request, project, LISTING),
        "segment_listing": LISTING,
        "may_add": request.user.has_perm("network.add_experience", project),
        "trail": [(str(project), project.get_absolute_url()), (_("Experiences"), "")],
    }
    return page(request, "network/experience_list.html", context, partial="results")


@in_project("network.export_names")
def experience_export(request: SignedInRequest, project: Project, kind: str) -> HttpResponse | StreamingHttpResponse:
    if kind not in ("csv", "xlsx"):
        raise Http404
    _filters, listing = experience_listing(request, project)
    audit.record("network.experiences.exported", target=project, by=request.user, project=project.pk, kind=kind)
    return listing.sheet(kind, name=f"{project.code}-{_('experiences')}")


@in_project("network.view_experience", Experience)
def experience_detail(request: SignedInRequest, experience: Experience) -> HttpResponse:
    project: Project = request.project
    audit.record("network.experience.opened", target=experience, by=request.user)
    may_write = request.user.has_perm("network.change_experience", experience)
    context: dict[str, Any] = {
        "experience": experience,
        "opinions": experience.opinions.all(),
        "reviews": experience.reviews.order_by("-pk"),
        "criteria": [BY_CODE[code] for code in experience.efqea if code in BY_CODE],
        "records": Participation.objects.filter(occasion=experience.occasion_id).select_related(
            "person", "organisation", "category", "project"
        ) if experience.occasion_id else [],
        "uncounted": not_counted_yet(experience),
        "blocking": publishing_problems(telling_of(experience)),
        "is_public": Experience.objects.on_public_pages().filter(pk=experience.pk).exists(),
        "may_write": may_write,
        "may_publish": request.user.has_perm("network.publish_experience", experience),
        "trail": trail(project, (str(experience), "")),
    }  # fmt: skip
    return render(request, "network/experience_detail.html", context)


@in_project("network.add_experience")
def experience_add(request: SignedInRequest, project: Project) -> HttpResponse:
    form = ExperienceForm(request.POST or None, project=project, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            experience = add_experience(facts=form.facts(), project=project, by=request.user)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            return redirect(experience)
    return form_page(request, form, _("New experience"))


@in_project("network.change_experience", Experience)
def experience_change(request: SignedInRequest, experience: Experience) -> HttpResponse:
    project: Project = request.project
    form = ExperienceForm(request.POST or None, instance=experience, project=project, user=request.user)
    differing = []
    if request.method == "POST" and form.is_valid():
        stored = Experience.objects.get(pk=experience.pk)
        try:
            version = form.cleaned_data["version"] or 0
            change_experience(experience=stored, version=version, facts=form.facts(), by=request.user)
        except ProblemsFound as found:
            form.add_problems(found.problems)
            if is_conflict(found):
                differing = differences(form, ExperienceForm(instance=stored, project=project, user=request.user))
                renew(form, version=stored.version)
        else:
            messages.success(request, _("Saved."))
            return redirect(experience)
    note = "" if experience.state == "draft" else _("A change makes a new version: it is reviewed and published again.")
    return form_page(request, form, _("Change the record"), experience=experience, differing=differing, note=note)


@in_project("network.change_experience", Experience)
def experience_count(request: SignedInRequest, experience: Experience) -> HttpResponse:
    """The explicit step onto the quota board."""
    parts = not_counted_yet(experience)
    form = CountForm(request.POST or None, request.FILES or None, experience=experience, parts=parts)
    if request.method == "POST" and form.is_valid():
        try:
            evidence = form.evidence(by=request.user)
            records = count_experience(
                experience=experience, categories=form.categories(), evidence=evidence, by=request.user
            )
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            done = len(records)
            text = ngettext(
                "%(count)d record waits to be verified.", "%(count)d records wait to be verified.", done
            )  # fmt: skip
            messages.success(request, text % {"count": done})
            return redirect(experience)
    return form_page(request, form, _("Count it on the quota board"), experience=experience, submit=_("Count"))


def form_page(request: SignedInRequest, form: Any, heading: str, **more: Any) -> HttpResponse:
    context = {"form": form, "heading": heading, "trail": trail(request.project, (heading, "")), **more}
    return render(request, "network/experience_form.html", context, status=422 if form.errors else 200)


def trail(project: Project, *more: tuple[str, str]) -> list[tuple[str, str]]:
    experiences = (_("Experiences"), reverse("network:experience_list", args=[project.code]))
    return [(str(project), project.get_absolute_url()), experiences, *more]
