"""Who works on a project, and who is invited to."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.guards import require
from core.pages import page, tell
from core.problems import ProblemsFound
from core.requests import SignedInRequest
from network.enums import Role
from network.forms.memberships import InviteForm, MembershipForm
from network.guards import in_project
from network.models import Invitation, Membership, Project
from network.services.invitations import invite, revoke
from network.services.memberships import change_membership, end_membership


@in_project("network.view_board")
def team(request: SignedInRequest, project: Project) -> HttpResponse:
    """The members by partner; with the right to invite also the open invitations and the form."""
    may_invite = request.user.has_perm("network.invite", project)
    first = {"language": get_language(), "role": Role.CONTRIBUTOR}
    form = InviteForm(request.POST or None, project=project, user=request.user, initial=first) if may_invite else None
    if request.method == "POST":
        require("network.invite", request, project)
        if form is not None and form.is_valid():
            try:
                invitation = invite(project=project, by=request.user, **form.cleaned_data)
            except ProblemsFound as found:
                form.add_problems(found.problems)
            else:
                messages.success(request, _("%(email)s is invited.") % {"email": invitation.email})
                return redirect("network:team", project.code)
    context = {"form": form, "members": _members(request, project), "invitations": _open(request, project)}
    return page(request, "network/team.html", context, status=422 if form is not None and form.errors else 200)


def _members(request: SignedInRequest, project: Project) -> list[tuple[Membership, bool]]:
    """Those whose membership is in force, with whether the reader may change it."""
    rows = Membership.objects.in_project(project).in_force(on=timezone.localdate())
    listed = rows.select_related("user", "project", "partner__organisation").order_by("partner__number", "role", "pk")
    return [(row, request.user.has_perm("network.change_membership", row)) for row in listed]


def _open(request: SignedInRequest, project: Project) -> list[Invitation]:
    rows = Invitation.objects.visible_to(request.user).in_project(project).open(at=timezone.now())
    listed = rows.select_related("project", "partner__organisation", "invited_by")
    return [row for row in listed if request.user.has_perm("network.revoke_invitation", row)]


@require_POST
@in_project("network.revoke_invitation", Invitation)
def invitation_revoke(request: SignedInRequest, invitation: Invitation) -> HttpResponse:
    if revoke(invitation=invitation, by=request.user):
        messages.success(request, _("The invitation is withdrawn."))
    else:
        messages.info(request, _("This invitation is not open any more."))
    return redirect("network:team", request.project.code)


@in_project("network.change_membership", Membership)
def membership_edit(request: SignedInRequest, membership: Membership) -> HttpResponse:
    form = MembershipForm(request.POST or None, membership=membership, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            change_membership(membership=membership, by=request.user, **form.cleaned_data)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            messages.success(request, _("The change holds from now on."))
            return redirect("network:team", request.project.code)
    context = {"form": form, "membership": membership}
    return page(request, "network/membership_edit.html", context, status=422 if form.errors else 200)


@require_POST
@in_project("network.change_membership", Membership)
def membership_end(request: SignedInRequest, membership: Membership) -> HttpResponse:
    try:
        end_membership(membership=membership, by=request.user)
    except ProblemsFound as found:
        tell(request, found)
    else:
        messages.success(request, _("The membership has ended."))
    return redirect("network:team", request.project.code)
