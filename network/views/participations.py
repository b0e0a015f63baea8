"""Records of participation: listed, handed out as a sheet, opened, proved, corrected, taken back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import audit
from core.models import AuditEntry
from core.pages import page, tell
from core.paging import LongPaginator
from core.problems import ProblemsFound
from core.requests import SignedInRequest
from core.sheets.streaming import stream_csv
from network.filters import ParticipationFilter
from network.forms.evidence import ProofForm
from network.forms.participations import CorrectionForm
from network.guards import in_project
from network.models import Participation, Project
from network.services.correction import correct_participation, delete_draft
from network.services.evidence import attach_evidence
from network.services.openings import with_proof
from network.services.record_export import record_header, record_rows


@in_project("network.view_project")
def participation_list(request: SignedInRequest, project: Project) -> HttpResponse:
    found = ParticipationFilter(
        request.GET, queryset=Participation.objects.visible_to(request.user).in_project(project), project=project
    )
    rows = LongPaginator(with_proof(found.qs), 50).get_page(request.GET.get("page"))
    context: dict[str, Any] = {
        "filters": found,
        "page": rows,
        "query": request.GET.urlencode(),
        "may_decide": request.user.has_perm("network.verify_participations", project),
        "may_write": request.user.has_perm("network.add_participation", project),
        "trail": [(str(project), project.get_absolute_url()), (_("Records"), "")],
    }
    return page(request, "network/participation_list.html", context, partial="results")


@in_project("network.export_names")
def participation_export(request: SignedInRequest, project: Project) -> StreamingHttpResponse:
    """The records that match the filters as a sheet, however many."""
    found = ParticipationFilter(
        request.GET, queryset=Participation.objects.visible_to(request.user).in_project(project), project=project
    )
    asked = sorted(name for name, value in request.GET.items() if value)
    audit.record("network.participations.exported", target=project, by=request.user, project=project.pk, filters=asked)
    lines = stream_csv(record_header(), record_rows(found.qs, request.user))
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{project.code}-{_("records")}.csv"'
    return response


@in_project("network.view_participation", Participation)
def detail(request: SignedInRequest, record: Participation) -> HttpResponse:
    audit.record("network.participation.opened", target=record, by=request.user)
    history = AuditEntry.objects.filter(target_type=record._meta.label_lower, target_id=str(record.pk))
    context = {
        "record": with_proof(Participation.objects.filter(pk=record.pk)).get(),
        "history": history.exclude(action__endswith="opened").select_related("actor").order_by("-pk")[:50],
        "may_change": request.user.has_perm("network.change_participation", record),
        "proof_form": ProofForm(project=request.project, user=request.user),
        "may_verify": request.user.has_perm("network.verify_participation", record),
        "trail": [(str(request.project), request.project.get_absolute_url()), (str(record.occasion), "")],
    }
    return render(request, "network/participation_detail.html", context)


@require_POST
@in_project("network.change_participation", Participation)
def prove(request: SignedInRequest, record: Participation) -> HttpResponse:
    """Attach evidence: a file that is there already, or a new one."""
    form = ProofForm(request.POST, request.FILES, project=request.project, user=request.user)
    try:
        if form.is_valid():
            attach_evidence(evidence=form.chosen(by=request.user, record=record), records=[record], by=request.user)
    except ProblemsFound as found:
        form.add_problems(found.problems)
    for problems in form.errors.values():
        for problem in problems:
            messages.error(request, str(problem))
    return redirect(record)


@in_project("network.change_participation", Participation)
def edit(request: SignedInRequest, record: Participation) -> HttpResponse:
    form = CorrectionForm(request.POST or None, instance=record, project=request.project, user=request.user)
    stored = Participation.objects.select_related("category", "partner__organisation").get(pk=record.pk)
    if request.method == "POST" and form.is_valid():
        changes = dict(form.cleaned_data)
        try:
            correct_participation(record=stored, version=changes.pop("version"), by=request.user, **changes)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            return redirect(stored)
    context = {"form": form, "record": stored}
    return render(request, "network/participation_form.html", context, status=422 if form.errors else 200)


@require_POST
@in_project("network.change_participation", Participation)
def delete(request: SignedInRequest, record: Participation) -> HttpResponse:
    try:
        delete_draft(record=record, by=request.user)
    except ProblemsFound as found:
        tell(request, found)
        return redirect(record)
    return redirect("network:participation_list", request.project.code)
