"""Unit costs of multiplier events: the project's claim, one event's heads, the sheets."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import audit, jobs
from core.guards import require
from core.pages import page
from core.problems import ProblemsFound
from core.protected_files import send_protected
from core.requests import SignedInRequest
from dissemination.enums import DocumentKind
from dissemination.forms.claims import AwardForm, SheetForm
from dissemination.models import Event, EventDocument
from dissemination.services.unit_costs.awards import award_of, set_award
from dissemination.services.unit_costs.claims import claim_for_event, claim_for_project
from dissemination.services.unit_costs.rates import rates_of
from network.guards import in_project
from network.models import Participation, Project


@in_project("dissemination.view_unitcosts")
def unit_costs(request: SignedInRequest, project: Project) -> HttpResponse:
    """What the multiplier events calculate, what may be paid, and what lies above the caps."""
    if request.method == "POST":
        require("dissemination.change_award", request, project)
    may_change = request.user.has_perm("dissemination.change_award", project)
    form = AwardForm(request.POST or None, project=project, initial=award_of(project))
    if request.method == "POST" and form.is_valid():
        set_award(project=project, by=request.user, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("dissemination:unit_costs", project.code)
    documents = EventDocument.objects.visible_to(request.user).in_project(project).select_related("project")
    context = {
        "claim": claim_for_project(project),
        "form": form if may_change else None,
        "sheet_form": SheetForm(),
        "sheets": documents.filter(kind__in=[DocumentKind.CLAIM_PDF, DocumentKind.CLAIM_XLSX])[:10],
        "trail": [(str(project), project.get_absolute_url()), (_("Unit costs"), "")],
    }
    return page(request, "dissemination/unit_costs.html", context, status=422 if form.errors else 200)


@in_project("dissemination.view_event_claim", Event)
def event_claim(request: SignedInRequest, event: Event) -> HttpResponse:
    """Every head with its amount or with what is missing; names only of those whom the reader may know."""
    _rule_set, rates = rates_of(request.project)
    named = Participation.objects.visible_to(request.user).filter(occasion=event.occasion_id)
    known = set(named.values_list("pk", flat=True))
    if known:
        audit.record("dissemination.claim.opened", target=event, by=request.user, shown=len(known))
    context = {
        "event": event,
        "rates": rates,
        "claim": claim_for_event(event, rates) if rates else None,
        "known": known,
        "trail": [(str(request.project), request.project.get_absolute_url()), (_("Heads and unit costs"), "")],
    }
    return page(request, "dissemination/event_claim.html", context)


@require_POST
@in_project("dissemination.make_claim_sheet")
def claim_sheet(request: SignedInRequest, project: Project) -> HttpResponse:
    form = SheetForm(request.POST)
    if form.is_valid():
        kind = form.cleaned_data["kind"]
        language = (get_language() or "en")[:2]
        try:
            job = jobs.start(
                "dissemination.claim", by=request.user, project=project, key=f"{project.pk}:{kind}:{language}",
                sheet=kind, language=language, project_id=project.pk,
            )  # fmt: skip
            return redirect(job)
        except ProblemsFound as found:
            form.add_problems(found.problems)
    for problems in form.errors.values():
        for problem in problems:
            messages.error(request, str(problem))
    return redirect("dissemination:unit_costs", project.code)


@in_project("dissemination.view_eventdocument", EventDocument)
def document_download(request: SignedInRequest, made: EventDocument) -> HttpResponse:
    """These papers hold names: every opening is written down."""
    audit.record("dissemination.document.opened", target=made, by=request.user)
    xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    content_type = xlsx if made.kind == DocumentKind.CLAIM_XLSX else "application/pdf"
    return send_protected(str(made.file.name), as_name=made.name, content_type=content_type)  # type: ignore[return-value]
