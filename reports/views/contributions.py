"""Write a contribution, and decide on it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.problems import ProblemsFound
from core.requests import SignedInRequest
from network.guards import in_project
from reports.forms import ContributionForm, ReasonForm
from reports.models import Contribution
from reports.rules.differences import text_changes
from reports.services.contributions import (
    SavedMeanwhile,
    accept_contribution,
    return_contribution,
    save_contribution,
    submit_contribution,
    tidy,
)
from reports.views.builder import trail


@in_project("reports.write_contribution", Contribution)
def contribution_write(request: SignedInRequest, contribution: Contribution) -> HttpResponse:
    form = ContributionForm(request.POST or None, contribution=contribution)
    if request.method == "POST" and form.is_valid():
        try:
            saved = save_contribution(contribution=contribution, by=request.user, **form.cleaned_data)
            if "submit" in request.POST:
                submit_contribution(contribution=saved, by=request.user)
        except SavedMeanwhile as meanwhile:
            return both_texts(request, meanwhile.current, form.cleaned_data["text"])
        except ProblemsFound as found:
            contribution.refresh_from_db()
            form.data = {**form.data.dict(), "version": contribution.version}  # type: ignore[attr-defined]
            form.add_problems(found.problems)
        else:
            return after_saving(request, contribution)
    return write_page(request, contribution, form, status=422 if form.errors else 200)


def write_page(
    request: SignedInRequest, contribution: Contribution, form: ContributionForm, *, status: int
) -> HttpResponse:
    written = tidy(form["text"].value() or "")
    context = {
        "contribution": contribution,
        "section": contribution.section,
        "report": contribution.section.report,
        "form": form,
        "written": len(written),
        "trail": trail(contribution.section.report, (str(contribution), "")),
    }
    return render(request, "reports/contribution_write.html", context, status=status)


def after_saving(request: SignedInRequest, contribution: Contribution) -> HttpResponse:
    if "submit" in request.POST:
        messages.success(request, _("The text is handed in. Thank you."))
        return redirect(contribution.section)
    messages.success(request, _("The draft is saved."))
    return redirect(contribution)


def both_texts(request: SignedInRequest, current: Contribution, own: str) -> HttpResponse:
    """Somebody saved meanwhile: both texts beside each other, one's own still in hand."""
    own = tidy(own)
    context = {
        "contribution": current,
        "report": current.section.report,
        "form": ContributionForm(contribution=current, initial={"text": own, "version": current.version}),
        "changes": text_changes(current.text, own),
        "may_write": request.user.has_perm("reports.write_contribution", current),
        "trail": trail(current.section.report, (str(current), "")),
    }
    return render(request, "reports/contribution_conflict.html", context, status=409)


@require_POST
@in_project("reports.accept_contribution", Contribution)
def contribution_accept(request: SignedInRequest, contribution: Contribution) -> HttpResponse:
    try:
        accept_contribution(contribution=contribution, by=request.user)
    except SavedMeanwhile:
        messages.error(request, _("The text was changed meanwhile. Please read it again."))
    return redirect(contribution.section)


@require_POST
@in_project("reports.return_contribution", Contribution)
def contribution_return(request: SignedInRequest, contribution: Contribution) -> HttpResponse:
    form = ReasonForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say what is missing."))
        return redirect(contribution.section)
    try:
        return_contribution(contribution=contribution, reason=form.cleaned_data["reason"], by=request.user)
    except SavedMeanwhile:
        messages.error(request, _("The text was changed meanwhile. Please read it again."))
    return redirect(contribution.section)
