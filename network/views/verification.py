"""Records that are handed in, verified, returned or rejected together."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from core.pages import tell
from core.problems import ProblemsFound
from core.requests import SignedInRequest
from network.enums import ParticipationState
from network.filters import ParticipationFilter
from network.guards import in_project
from network.models import Participation, Project
from network.services.verification import Decided, decide_against, submit_participations, verify_participations

ACTIONS = ("submit", "verify", "return", "reject")


@require_POST
@in_project("network.view_project")
def decide(request: SignedInRequest, project: Project) -> HttpResponse:
    """Submit, verify, return or reject the ticked records, or all that match the filter."""
    action = request.POST.get("action", "")
    records = _ticked(request, project)
    try:
        decided = _act(action, records, request)
    except ProblemsFound as found:
        tell(request, found)
    else:
        done = len(decided.done)
        messages.success(request, ngettext("%(done)d record done.", "%(done)d records done.", done) % {"done": done})
        _tell_skipped(request, decided)
    query = request.POST.get("query", "")
    return redirect(f"{reverse('network:participation_list', args=[project.code])}?{query}")


def _ticked(request: SignedInRequest, project: Project) -> list[Participation]:
    rows = Participation.objects.visible_to(request.user).in_project(project)
    if request.POST.get("all"):
        return list(ParticipationFilter(QueryDict(request.POST.get("query", "")), queryset=rows, project=project).qs)
    keys = [key for key in request.POST.getlist("record") if key.isdecimal()]
    return list(rows.filter(pk__in=keys))


def _act(action: str, records: list[Participation], request: SignedInRequest) -> Decided:
    if action == "submit":
        return submit_participations(records=records, by=request.user)
    if action == "verify":
        return verify_participations(records=records, by=request.user)
    if action not in ACTIONS:
        raise PermissionDenied
    state = ParticipationState.RETURNED if action == "return" else ParticipationState.REJECTED
    return decide_against(records=records, state=state, reason=request.POST.get("reason", ""), by=request.user)


def _tell_skipped(request: SignedInRequest, decided: Decided) -> None:
    """How many were skipped and why, each reason once."""
    reasons: dict[str, int] = {}
    for _record, problems in decided.skipped:
        for problem in problems:
            reasons[str(problem.message)] = reasons.get(str(problem.message), 0) + 1
    for reason, count in reasons.items():
        words = ngettext("%(count)d skipped: %(reason)s", "%(count)d skipped: %(reason)s", count)
        messages.warning(request, words % {"count": count, "reason": reason})
