"""Papers of an event: made in the background, listed, and taken back when they are signed."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import audit, jobs
from core.guards import guard
from core.problems import ProblemsFound
from core.requests import SignedInRequest
from dissemination.forms.papers import PaperForm, SheetBackForm
from dissemination.models import Event, EventDocument, SignatureSheet
from dissemination.services.papers.coming_back import take_back
from dissemination.views.events import event_tabs, event_trail
from network.guards import in_project


@in_project("dissemination.make_papers", Event)
def papers(request: SignedInRequest, event: Event) -> HttpResponse:
    """Signature sheet, badges and certificates of one event."""
    form = PaperForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        kind, language = form.cleaned_data["paper"], form.cleaned_data["language"]
        try:
            job = jobs.start(
                "dissemination.paper", by=request.user, project=event.project, key=f"{event.pk}:{kind}:{language}",
                paper=kind, language=language, event_id=event.pk,
            )  # fmt: skip
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            return redirect(job)
    documents = EventDocument.objects.visible_to(request.user).filter(event=event)
    context: dict[str, Any] = {
        "event": event,
        "form": form,
        "documents": documents.select_related("sheet__event__project", "project")[:50],
        "tabs": event_tabs(request, event, "papers"),
        "trail": event_trail(event, (_("Papers"), "")),
    }
    return render(request, "dissemination/papers.html", context, status=422 if form.errors else 200)


@guard("dissemination.view_signaturesheet", SignatureSheet, by="code")
def sheet_find(request: SignedInRequest, sheet: SignatureSheet) -> HttpResponse:
    """Where the symbol on a sheet leads."""
    return redirect(sheet)


@in_project("dissemination.take_back_sheet", SignatureSheet)
def sheet_back(request: SignedInRequest, sheet: SignatureSheet) -> HttpResponse:
    event = sheet.event
    form = SheetBackForm(request.POST or None, request.FILES or None, sheet=sheet)
    if request.method == "POST" and form.is_valid():
        try:
            back = take_back(sheet=sheet, upload=form.cleaned_data["file"], signed=form.ticked(), by=request.user)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            words = ngettext("%(signed)d signature is kept.", "%(signed)d signatures are kept.", back.signed)
            messages.success(request, words % {"signed": back.signed})
            return redirect("dissemination:papers", event.project.code, event.pk)
    audit.record("dissemination.sheet.opened", target=sheet, by=request.user)
    context = {"sheet": sheet, "event": event, "form": form, "trail": event_trail(event, (sheet.code, ""))}
    return render(request, "dissemination/sheet_back.html", context, status=422 if form.errors else 200)
