"""Editions of a study in the workspace: written on, approved, published, printed."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.pages import tell
from core.problems import ProblemsFound
from core.protected_files import send_protected
from core.requests import SignedInRequest
from impact_study.enums import RunState
from impact_study.forms.publications import ApprovalForm, EditionForm, WithdrawalForm
from impact_study.models import AnalysisRun, Publication, Study
from impact_study.services.edition_withdrawals import withdraw_edition, withdrawable
from impact_study.services.publications import (
    approve_publication,
    draft_publications,
    hindrances,
    mark_of,
    order_print,
    publish,
    rare_combinations,
    write_texts,
)
from impact_study.views.trails import trail
from network.guards import in_project


@in_project("impact_study.view_study", Study)
def publication_list(request: SignedInRequest, study: Study) -> HttpResponse:
    editions = Publication.objects.filter(study=study).select_related("run", "study__project", "approved_by")
    runs = AnalysisRun.objects.filter(study=study, state=RunState.DONE).only("pk", "number", "finished_at", "study_id")
    context = {
        "study": study,
        "editions": editions.defer("page", "run__results", "run__withheld").order_by("-run__number", "language"),
        "runs": runs,
        "may_change": request.user.has_perm("impact_study.change_publication", study),
        "trail": trail(request.project, study, (_("Editions"), "")),
    }
    return render(request, "impact_study/publication_list.html", context)


@require_POST
@in_project("impact_study.change_publication", AnalysisRun)
def publication_draft(request: SignedInRequest, run: AnalysisRun) -> HttpResponse:
    draft_publications(run=run, by=request.user)
    return redirect("impact_study:publication_list", request.project.code, run.study_id)


@in_project("impact_study.change_publication", Publication)
def publication_edit(request: SignedInRequest, publication: Publication) -> HttpResponse:
    form = EditionForm(request.POST or None, initial={**publication.texts, "seen": mark_of(publication)})
    if request.method == "POST" and form.is_valid():
        texts = {name: form.cleaned_data[name] for name in form.texts}
        try:
            write_texts(publication=publication, texts=texts, seen=form.cleaned_data["seen"], by=request.user)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            return redirect(publication)
    rare = rare_combinations(publication.study) if publication.is_draft else []
    context = {
        "publication": publication,
        "form": form,
        "rare": rare,
        "approval": ApprovalForm(initial={"rare_seen": len(rare)}, auto_id="approve_%s"),
        "open": hindrances(publication, rare=rare, rare_seen=len(rare)) if publication.is_draft else [],
        "may_withdraw": publication.is_public
        and request.user.has_perm("impact_study.withdraw_publication", publication),
        "trail": trail(request.project, publication.study, (str(publication), "")),
    }
    return render(request, "impact_study/publication_edit.html", context, status=422 if form.errors else 200)


@require_POST
@in_project("impact_study.approve_publication", Publication)
def publication_approve(request: SignedInRequest, publication: Publication) -> HttpResponse:
    form = ApprovalForm(request.POST)
    seen = form.cleaned_data["rare_seen"] if form.is_valid() and form.cleaned_data["looked"] else None
    try:
        approve_publication(publication=publication, rare_seen=seen, by=request.user)
    except ProblemsFound as found:
        tell(request, found)
    return redirect(publication)


@require_POST
@in_project("impact_study.publish_publication", Publication)
def publication_publish(request: SignedInRequest, publication: Publication) -> HttpResponse:
    try:
        return redirect(publish(publication=publication, by=request.user))
    except ProblemsFound as found:
        tell(request, found)
    return redirect(publication)


@require_POST
@in_project("impact_study.print_publication", Publication)
def publication_print(request: SignedInRequest, publication: Publication) -> HttpResponse:
    try:
        return redirect(order_print(publication=publication, by=request.user))
    except ProblemsFound as found:
        tell(request, found)
    return redirect(publication)


@in_project("impact_study.withdraw_publication", Publication)
def publication_withdraw(request: SignedInRequest, publication: Publication) -> HttpResponse:
    """Take back a published edition that was found wrong, with its translations; it cannot be undone."""
    editions = withdrawable(publication)
    form = WithdrawalForm(
        request.POST if request.method == "POST" else None, languages=[each.language for each in editions]
    )
    if request.method == "POST" and form.is_valid():
        try:
            withdraw_edition(publication=publication, reasons=form.reasons, by=request.user)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            return redirect(publication)
    context = {
        "publication": publication,
        "form": form,
        "trail": trail(request.project, publication.study, (str(publication), publication.get_absolute_url()),
                       (_("Withdraw"), "")),
    }  # fmt: skip
    return render(request, "impact_study/publication_withdraw.html", context, status=422 if form.errors else 200)


@in_project("impact_study.view_publication", Publication)
def publication_file(request: SignedInRequest, publication: Publication) -> HttpResponse:
    if not publication.document:
        raise Http404
    name = f"{publication.study.code}-{publication.run.number}-{publication.language}.pdf"
    return send_protected(publication.document.name or "", as_name=name, content_type="application/pdf")  # type: ignore[return-value]
