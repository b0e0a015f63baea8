"""Evidence: the files that prove participations."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import OuterRef
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from core import audit
from core.problems import ProblemsFound
from core.protected_files import send_protected
from core.requests import SignedInRequest
from network.forms.evidence import EvidenceForm, SupersedeForm
from network.forms.reasons import ReasonForm
from network.guards import in_project
from network.listings.base import how_many
from network.models import Evidence, Project, Proof
from network.services.evidence import clear_flag, keep_evidence, supersede_evidence


@in_project("network.view_project")
def evidence_list(request: SignedInRequest, project: Project) -> HttpResponse:
    files = (
        Evidence.objects.visible_to(request.user)
        .in_project(project)
        .select_related("project", "partner__organisation", "superseded_by__project")
        .annotate(records=how_many(Proof.objects.filter(evidence=OuterRef("pk"))))
        .order_by("-created_at", "-pk")
    )
    rows = Paginator(files, 50).get_page(request.GET.get("page"))
    trail = [(str(project), project.get_absolute_url()), (_("Evidence"), "")]
    return render(request, "network/evidence_list.html", {"page": rows, "trail": trail})


@in_project("network.add_evidence")
def evidence_create(request: SignedInRequest, project: Project) -> HttpResponse:
    form = EvidenceForm(request.POST or None, request.FILES or None, project=project, user=request.user)
    if request.method == "POST" and form.is_valid():
        fields = dict(form.cleaned_data)
        upload = fields.pop("file")
        try:
            evidence = keep_evidence(project=project, upload=upload, by=request.user, **fields)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            return redirect(evidence)
    return render(request, "network/evidence_form.html", {"form": form}, status=422 if form.errors else 200)


@in_project("network.view_evidence", Evidence)
def evidence_detail(request: SignedInRequest, evidence: Evidence) -> HttpResponse:
    proofs = evidence.proofs.select_related(
        "participation__person", "participation__organisation", "participation__occasion", "participation__category",
        "participation__project", "participation__partner__organisation",
    ).order_by("participation__held_on", "pk")  # fmt: skip
    rows = Paginator(proofs, 50).get_page(request.GET.get("page"))
    trail = [(str(request.project), request.project.get_absolute_url()), (str(evidence), "")]
    return render(request, "network/evidence_detail.html", {"evidence": evidence, "page": rows, "trail": trail})


@in_project("network.view_evidence", Evidence)
def evidence_file(request: SignedInRequest, evidence: Evidence) -> HttpResponseBase:
    """The original bytes, as they came in; the opening is logged."""
    audit.record("network.evidence.opened", target=evidence, by=request.user)
    return send_protected(str(evidence.file.name), as_name=evidence.given_name, content_type=evidence.content_type)


@in_project("network.change_evidence", Evidence)
def evidence_supersede(request: SignedInRequest, evidence: Evidence) -> HttpResponse:
    form = SupersedeForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            better = keep_evidence(
                project=request.project, partner=evidence.partner, upload=form.cleaned_data["file"],
                kind=evidence.kind, title=evidence.title, covers=evidence.covers, by=request.user,
            )  # fmt: skip
            supersede_evidence(old=evidence, new=better, by=request.user)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            return redirect(better)
    context = {"form": form, "evidence": evidence}
    return render(request, "network/evidence_supersede.html", context, status=422 if form.errors else 200)


@in_project("network.clear_evidence", Evidence)
def evidence_clear(request: SignedInRequest, evidence: Evidence) -> HttpResponse:
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            clear_flag(evidence=evidence, by=request.user, reason=form.cleaned_data["reason"])
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            messages.success(request, _("The evidence holds again."))
            return redirect(evidence)
    context = {"form": form, "evidence": evidence}
    return render(request, "network/evidence_clear.html", context, status=422 if form.errors else 200)
