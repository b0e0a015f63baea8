"""Occasions: what people took part in, and who."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import OuterRef
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from core.problems import ProblemsFound
from core.requests import SignedInRequest
from network.forms.evidence import ProofForm
from network.forms.occasions import OccasionForm, UnnamedForm
from network.forms.participations import ParticipantsForm
from network.guards import in_project
from network.listings.base import how_many
from network.models import Occasion, Participation, Project
from network.services.evidence import attach_evidence
from network.services.occasions import count_unnamed, create_occasion
from network.services.openings import with_proof
from network.services.participation import Attendee, note_participations


@in_project("network.view_project")
def occasion_list(request: SignedInRequest, project: Project) -> HttpResponse:
    records = Participation.objects.filter(occasion=OuterRef("pk"))
    occasions = (
        Occasion.objects.in_project(project)
        .select_related("partner__organisation")
        .annotate(records=how_many(records), verified=how_many(records.verified()))
        .order_by("-held_on", "title", "pk")
    )
    rows = Paginator(occasions, 50).get_page(request.GET.get("page"))
    trail = [(str(project), project.get_absolute_url()), (_("Occasions"), "")]
    return render(request, "network/occasion_list.html", {"page": rows, "trail": trail})


@in_project("network.add_occasion")
def occasion_create(request: SignedInRequest, project: Project) -> HttpResponse:
    form = OccasionForm(request.POST or None, project=project, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            occasion = create_occasion(project=project, by=request.user, **form.cleaned_data)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            return redirect("network:occasion_detail", project.code, occasion.pk)
    return render(request, "network/occasion_form.html", {"form": form}, status=422 if form.errors else 200)


@in_project("network.view_occasion", Occasion)
def occasion_detail(request: SignedInRequest, occasion: Occasion) -> HttpResponse:
    records = with_proof(Participation.objects.visible_to(request.user).filter(occasion=occasion)).order_by("pk")
    context: dict[str, Any] = {
        "occasion": occasion,
        "may_write": request.user.has_perm("network.add_participation", occasion),
        "proof_form": ProofForm(project=request.project, user=request.user),
        "page": Paginator(records, 50).get_page(request.GET.get("page")),
        "unnamed": occasion.aggregate_counts.select_related("category", "partner__organisation", "evidence__project"),
        "trail": [(str(request.project), request.project.get_absolute_url()), (str(occasion), "")],
    }
    return render(request, "network/occasion_detail.html", context)


@in_project("network.add_participation", Occasion)
def participants(request: SignedInRequest, occasion: Occasion) -> HttpResponse:
    """Note who was there, out of those the partner knows already."""
    search = request.GET.get("q", "")
    form = ParticipantsForm(request.POST or None, project=request.project, user=request.user, search=search)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        attendees = [
            Attendee(subject, typed["category"], role=typed["role"], mode=typed["mode"]) for subject in form.subjects()
        ]
        try:
            noted = note_participations(
                occasion=occasion, attendees=attendees, partner=typed["partner"], evidence=typed["evidence"],
                by=request.user,
            )  # fmt: skip
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            count = len(noted)
            message = ngettext("%(count)d new record.", "%(count)d new records.", count) % {"count": count}
            messages.success(request, message)
            return redirect("network:occasion_detail", request.project.code, occasion.pk)
    context = {"form": form, "occasion": occasion, "search": search}
    return render(request, "network/occasion_participants.html", context, status=422 if form.errors else 200)


@require_POST
@in_project("network.add_participation", Occasion)
def prove(request: SignedInRequest, occasion: Occasion) -> HttpResponse:
    """Attach the signed list, or another proof, to all records of the occasion that the user may change."""
    form = ProofForm(request.POST, request.FILES, project=request.project, user=request.user)
    listed = Participation.objects.visible_to(request.user).filter(occasion=occasion).select_related("partner")
    records = [record for record in listed if request.user.has_perm("network.change_participation", record)]
    try:
        if form.is_valid() and records:
            evidence = form.chosen(by=request.user, record=records[0])
            count = attach_evidence(evidence=evidence, records=records, by=request.user)
            words = ngettext("Attached to %(count)d record.", "Attached to %(count)d records.", count)
            messages.success(request, words % {"count": count})
    except ProblemsFound as found:
        form.add_problems(found.problems)
    for problems in form.errors.values():
        for problem in problems:
            messages.error(request, str(problem))
    return redirect("network:occasion_detail", request.project.code, occasion.pk)


@in_project("network.add_aggregatecount", Occasion)
def unnamed(request: SignedInRequest, occasion: Occasion) -> HttpResponse:
    form = UnnamedForm(request.POST or None, project=request.project, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            count_unnamed(occasion=occasion, by=request.user, **form.cleaned_data)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            return redirect("network:occasion_detail", request.project.code, occasion.pk)
    context = {"form": form, "occasion": occasion}
    return render(request, "network/occasion_unnamed.html", context, status=422 if form.errors else 200)
