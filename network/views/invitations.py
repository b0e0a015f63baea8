"""The page behind the link of an invitation."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from core.guards import public
from core.pages import page, tell
from core.problems import ProblemsFound
from network.models import Invitation
from network.services.invitations import accept, hash_of, owns_address


@public
@never_cache
def invitation_accept(request: HttpRequest, token: str) -> HttpResponse:
    """Accept when signed in with the invited address; else sign in, or make the account, and come back."""
    rows = Invitation.objects.select_related("project", "partner__organisation", "invited_by")
    invitation = rows.filter(token_hash=hash_of(token)).first()
    if invitation is None:
        raise Http404
    if request.method == "POST":
        return _accept(request, token)
    if not Invitation.objects.open(at=timezone.now()).filter(pk=invitation.pk).exists():
        return page(request, "network/invitation_closed.html", {"invitation": invitation}, status=410)
    is_theirs = request.user.is_authenticated and owns_address(request.user, invitation.email)
    if not request.user.is_authenticated:
        request.session["invitation"] = invitation.email
    return page(request, "network/invitation_accept.html", {"invitation": invitation, "is_theirs": is_theirs})


def _accept(request: HttpRequest, token: str) -> HttpResponse:
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    try:
        membership = accept(token=token, by=request.user)
    except ProblemsFound as found:
        tell(request, found)
        return redirect(request.path)
    request.session.pop("invitation", None)
    messages.success(request, _("Welcome to %(project)s.") % {"project": membership.project})
    return redirect(membership.project)
